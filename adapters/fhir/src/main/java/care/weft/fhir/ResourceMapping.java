package care.weft.fhir;

import org.jspecify.annotations.Nullable;

/** How one kind of resource becomes one kind of entry. */
@FunctionalInterface
public interface ResourceMapping<T> {

    /**
     * Maps one resource.
     *
     * @return null for one that is readable and not wanted: it is left out, and the answer is no less whole
     * @throws Unreadable when it is wanted and cannot be read: it is counted as rejected
     */
    @Nullable
    T map(Resource resource) throws Unreadable;
}
