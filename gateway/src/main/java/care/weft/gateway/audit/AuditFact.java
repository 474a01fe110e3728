package care.weft.gateway.audit;

import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened to one person's record within an operation. */
public sealed interface AuditFact {

    /**
     * A person's record was shown. What one commit takes of one person becomes one event, however many sections and partners
     * it was put together from.
     *
     * @param shown may be empty, where no partner could be asked at all
     */
    record Disclosure(PersonKey person, List<Shown> shown) implements AuditFact {

        public Disclosure {
            shown = List.copyOf(shown);
        }
    }

    /**
     * A section, as one partner answered it.
     *
     * @param outcome of the partner's answer; those that show nothing are kept too
     * @param records what was shown; may be empty
     */
    record Shown(Section section, PartnerId partner, String outcome, List<ReleasedRecord> records) {

        public Shown {
            records = List.copyOf(records);
        }
    }

    /**
     * Access was denied.
     *
     * @param reason code of the decision
     * @param section null when the whole record was denied
     */
    record Denial(PersonKey person, String reason, @Nullable Section section) implements AuditFact {}

    /** The gateway read an identity or an access fact under its own authority; none of it is shown. */
    record Lookup(PersonKey person, PartnerId partner, String outcome) implements AuditFact {}

    /**
     * Something was written here about a person, or is about to be: its fact is durable first.
     *
     * @param person null where what is written names nobody
     * @param action code of what was done
     * @param id of what was written
     */
    record Written(@Nullable PersonKey person, String action, String id) implements AuditFact {}

    /**
     * Advice on an intended assessment was given. What it rests on is in the disclosure of the same request.
     *
     * @param adviceId as the caller knows it
     * @param instrument of the catalogue
     * @param decision code of what was advised
     * @param inputs what was asked, by name, without anything that says who the person is
     */
    record Advice(
            PersonKey person,
            String adviceId,
            String instrument,
            String decision,
            String ruleVersion,
            Map<String, String> inputs)
            implements AuditFact {

        public Advice {
            inputs = Map.copyOf(inputs);
        }
    }

    /**
     * Something was searched.
     *
     * @param person null when the search was not for one person
     * @param what code of what was searched
     * @param criteria by name, without anything that says who the person is
     * @param found how many were found; 0 or more
     */
    record Search(@Nullable PersonKey person, String what, Map<String, String> criteria, int found)
            implements AuditFact {

        public Search {
            criteria = Map.copyOf(criteria);
        }
    }

    /** An event whose time of keeping is over: that it was there is all that is left. */
    record Purged(AuditKind kind) implements AuditFact {}

    /**
     * Something happened that somebody must look at.
     *
     * @param kind code of the event, such as an answer about another person than the one asked for
     * @param person null when it concerns nobody in particular
     * @param partner null when it concerns no partner
     */
    record SecurityEvent(
            String kind,
            @Nullable PersonKey person,
            @Nullable PartnerId partner) implements AuditFact {}
}
