/** What tests of several packages need: partners, people and records made by hand. */
@NullMarked
package care.weft.gateway.testing;

import org.jspecify.annotations.NullMarked;
