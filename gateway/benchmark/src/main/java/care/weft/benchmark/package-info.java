/** How much the gateway costs: load scenarios against the stubs, a floor to compare with, and JMH benchmarks. */
@NullMarked
package care.weft.benchmark;

import org.jspecify.annotations.NullMarked;
