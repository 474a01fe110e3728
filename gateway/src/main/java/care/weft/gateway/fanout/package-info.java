/** The narrow waist and the only caller of adapters: access, batch, adapter, identity check, audit facts, release. */
@NullMarked
package care.weft.gateway.fanout;

import org.jspecify.annotations.NullMarked;
