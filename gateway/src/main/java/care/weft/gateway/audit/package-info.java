/** The audit trail: what is released, refused or looked up is durable in it before any of it leaves. */
@NullMarked
package care.weft.gateway.audit;

import org.jspecify.annotations.NullMarked;
