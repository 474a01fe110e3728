package care.weft.gateway.store;

import java.util.Collection;
import reactor.core.publisher.Flux;

/**
 * All that is stored of one person beside the audit, whatever table it is in. Which tables these are is asked of the database itself,
 * so that a new one cannot be forgotten: every table with a column {@code person}, and every table whose rows refer to rows of one.
 * Every failure is a {@link StoreException}.
 */
public interface PersonRows {

    /** Those that a store keeps. */
    static PersonRows in(Store store) {
        return new SqlPersonRows(store);
    }

    /**
     * Every row, table by table.
     *
     * @param written the person as they are written in the tables: sealed, and by a pseudonym
     */
    Flux<StoredOfPerson> of(Collection<String> written);

    /** Names of the tables that are looked at, in lower case and in the order of the alphabet. */
    Flux<String> tables();
}
