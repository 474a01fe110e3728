package care.weft.gateway.advice.rules;

import care.weft.spi.model.CareRecord;
import java.util.Comparator;

/**
 * A record and who holds it.
 *
 * @param id unique among all that are looked at together
 * @param partner the organisation that holds it
 * @param confirmed whether it is established that the record is this person's
 */
public record HeldRecord<R extends CareRecord>(String id, String partner, boolean confirmed, R record) {

    static final Comparator<HeldRecord<?>> BY_ID =
            Comparator.<HeldRecord<?>, String>comparing(HeldRecord::id).thenComparing(HeldRecord::partner);
}
