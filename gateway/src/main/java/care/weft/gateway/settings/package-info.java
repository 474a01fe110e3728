/** What all settings have in common: keys that nobody knows, and how a wrong one is reported. Depends on nothing of ours. */
@NullMarked
package care.weft.gateway.settings;

import org.jspecify.annotations.NullMarked;
