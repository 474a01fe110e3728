/** The access rules as they are written down: read from a file, checked word by word, and made into the policy. */
@NullMarked
package care.weft.gateway.policy;

import org.jspecify.annotations.NullMarked;
