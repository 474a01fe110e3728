package care.weft.fhir;

import care.weft.spi.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All pages of a search, each resource once.
 *
 * @param matches what was searched for, in the partner's order; included resources are found through {@link Resource#resolve}
 * @param rejections entries without a resource, matches of another kind than asked for, and errors that the partner put
 *     among its matches: such an answer is never whole
 * @param truncated whether the partner holds more than it sent, or sent more than was read
 * @param asOf when the partner searched; null when it does not say, the earliest of several pages
 */
public record Bundle(
        List<Resource> matches,
        List<Rejection> rejections,
        boolean truncated,
        @Nullable Instant asOf) {

    public Bundle {
        matches = List.copyOf(matches);
        rejections = List.copyOf(rejections);
    }

    /** The matches of one kind. */
    public List<Resource> of(String resourceType) {
        return matches.stream()
                .filter(resource -> resource.type().equals(resourceType))
                .toList();
    }

    /**
     * Maps the matches of one kind. One that cannot be read is rejected, and so is one that the mapping stumbles over: it
     * never costs the others.
     *
     * @return without this bundle's own {@link #rejections()}
     */
    public <T> Mapped<T> map(String resourceType, ResourceMapping<T> mapping) {
        var entries = new ArrayList<T>();
        var rejected = new ArrayList<Rejection>();
        for (var resource : of(resourceType)) {
            try {
                var entry = mapping.map(resource);
                if (entry != null) {
                    entries.add(entry);
                }
            } catch (Unreadable unreadable) {
                rejected.add(new Rejection(resourceType, unreadable.reason(), null, resource.labels()));
            } catch (RuntimeException oddity) {
                // What a mapping did not foresee. Its message may quote the record, so only its kind is told.
                rejected.add(new Rejection(
                        resourceType, "not understood: " + oddity.getClass().getSimpleName(), null, resource.labels()));
            }
        }
        return new Mapped<>(entries, rejected);
    }
}
