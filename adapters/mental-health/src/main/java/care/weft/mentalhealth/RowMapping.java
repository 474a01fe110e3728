package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import org.jspecify.annotations.Nullable;

/** How one row becomes one entry. */
@FunctionalInterface
interface RowMapping<T> {

    /**
     * Maps one row.
     *
     * @return null for one that is readable and not wanted
     * @throws Unreadable when it is wanted and cannot be read: it is counted as rejected
     */
    @Nullable
    T map(Row row) throws Unreadable;
}
