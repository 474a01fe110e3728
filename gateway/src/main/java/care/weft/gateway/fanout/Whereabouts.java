package care.weft.gateway.fanout;

import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import java.util.List;

/**
 * Whether it may be told where a person is. Someone may be in danger if one partner's mark is kept and another partner's
 * address shown: one mark withholds every partner's address, telephone and practice, and so does a register that cannot be asked,
 * because what is not known to be allowed is not.
 */
public enum Whereabouts {
    /** Nobody says that it may not. */
    SHOWN,
    /** A partner marks the record as restricted. */
    RESTRICTED,
    /** The register, which would know, could not be asked. */
    NOT_ESTABLISHED;

    static Whereabouts of(OnRegister register, List<SourceAnswer> sources) {
        if (isRestricted(register)
                || sources.stream()
                        .flatMap(source -> source.entries().stream())
                        .anyMatch(entry -> entry instanceof Demographics details && details.restricted())) {
            return RESTRICTED;
        }
        return register instanceof OnRegister.Unanswered ? NOT_ESTABLISHED : SHOWN;
    }

    private static boolean isRestricted(OnRegister register) {
        return register instanceof OnRegister.Known(var _, var details, var _, var _) && details.restricted();
    }

    /** The same answer without what tells where the person is. */
    SourceAnswer withhold(SourceAnswer source) {
        return switch (this) {
            case SHOWN -> source;
            case RESTRICTED, NOT_ESTABLISHED ->
                source.with(source.entries().stream().map(Whereabouts::withhold).toList());
        };
    }

    private static Entry withhold(Entry entry) {
        return switch (entry) {
            case Demographics details -> Blanks.withoutWhereabouts(details);
            // Whoever is close to the person often lives with them.
            case Relationship relationship ->
                RelationshipBuilder.builder(relationship).contact(null).build();
            case CareRecord _, Involvement _ -> entry;
        };
    }
}
