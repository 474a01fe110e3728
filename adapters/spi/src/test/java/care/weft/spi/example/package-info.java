/** A whole adapter, as small as one can be: quoted by {@code adapters/docs/write-an-adapter.md}. */
@NullMarked
package care.weft.spi.example;

import org.jspecify.annotations.NullMarked;
