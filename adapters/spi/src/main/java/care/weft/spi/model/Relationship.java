package care.weft.spi.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a person's life, as a partner records them. It holds details of a third person. {@link #toString()} is redacted.
 *
 * @param kinds what they are to the person; never empty
 * @param relation in the partner's words, such as wife or neighbour
 * @param name null where the partner does not give it
 * @param contact how to reach them
 * @param authority the legal authority that they hold, such as a lasting power of attorney for health and welfare
 * @param from since when, as exact as stated
 * @param until null while it lasts
 */
@RecordBuilder
public record Relationship(
        RecordSource source,
        List<RelationshipKind> kinds,
        @Nullable Coding relation,
        @Nullable PersonName name,
        @Nullable Contact contact,
        @Nullable Coding authority,
        @Nullable PartialDate from,
        @Nullable PartialDate until)
        implements Entry {

    public Relationship {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("A relationship is of at least one kind");
        }
    }

    @Override
    public Section section() {
        return Section.RELATIONSHIPS;
    }

    @Override
    public String toString() {
        return "Relationship[redacted]";
    }
}
