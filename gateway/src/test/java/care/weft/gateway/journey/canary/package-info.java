/** Proves under load that nobody is shown anything of anybody else, by the marks that stand in everything the stubs hold of a person. */
@NullMarked
package care.weft.gateway.journey.canary;

import org.jspecify.annotations.NullMarked;
