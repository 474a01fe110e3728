/** The stub identity provider: signs in demonstration users and the gateway, and lets partner stubs check tokens. */
@NullMarked
package care.weft.stubs.identity;

import org.jspecify.annotations.NullMarked;
