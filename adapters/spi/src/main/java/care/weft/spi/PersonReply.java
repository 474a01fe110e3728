package care.weft.spi;

import care.weft.spi.model.Entry;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partner said about one person in one section. */
public sealed interface PersonReply {

    /** The subject's key, as asked. */
    PersonKey person();

    /**
     * The partner knows the person.
     *
     * @param entries all that it holds within the extent; may be empty
     * @param extent what the answer covers
     * @param asOf when the partner read its data; null when it does not say
     * @param rejected what it sent and the adapter could not read, one each
     */
    record Found(
            PersonKey person,
            List<Entry> entries,
            Extent extent,
            @Nullable Instant asOf,
            List<Rejection> rejected) implements PersonReply {

        public Found {
            entries = List.copyOf(entries);
            rejected = List.copyOf(rejected);
        }
    }

    /** The partner says that it does not know the person. */
    record NotKnown(PersonKey person) implements PersonReply {}

    /** The partner released nothing and does not say why: unknown, sensitive, deceased, refused. */
    record NothingReleased(PersonKey person) implements PersonReply {}

    /** The partner refused this caller. */
    record Refused(PersonKey person) implements PersonReply {}

    /** The partner knows the person under another NHS number. */
    record Superseded(PersonKey person, NhsNumber by) implements PersonReply {}

    /** The partner could not answer for this person, though others of the same call may be fine. */
    record Failed(PersonKey person, Fault fault) implements PersonReply {}
}
