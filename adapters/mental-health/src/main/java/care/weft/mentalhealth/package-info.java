/** Reads a mental-health trust over a REST face on the MHSDS v6 field model. */
@NullMarked
package care.weft.mentalhealth;

import org.jspecify.annotations.NullMarked;
