package care.weft.gateway.fanout;

import care.weft.spi.Traces;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import java.util.List;

/**
 * Whether it may be told where a person is. Someone may be in danger if one partner's mark is kept and another partner's
 * address shown: one mark withholds every partner's address, telephone and practice, and so does a register that cannot be asked,
 * because what is not known to be allowed is not.
 *
 * <p>Of somebody whom the register restricts it alone says who they are: another partner's name, birth date or gender may be a former
 * one. A partner's own mark does not do that: a birth date that differs shows that its record may be of somebody else.
 */
public enum Whereabouts {
    /** Nobody says that it may not. */
    SHOWN,
    /** The register or a partner marks the record as restricted. */
    RESTRICTED,
    /** The register, which would know, could not be asked. */
    NOT_ESTABLISHED;

    static Whereabouts of(OnRegister register, List<SourceAnswer> sources) {
        if (register instanceof OnRegister.Unanswered) {
            return NOT_ESTABLISHED;
        }
        return isRestricted(register)
                        || sources.stream()
                                .flatMap(source -> source.entries().stream())
                                .anyMatch(entry -> entry instanceof Demographics details && details.restricted())
                ? RESTRICTED
                : SHOWN;
    }

    private static boolean isRestricted(OnRegister register) {
        return register instanceof OnRegister.Known(var _, var details, var _, var _) && details.restricted();
    }

    /** The same answer without what tells where the person is, or who they may have been. */
    SourceAnswer withhold(SourceAnswer source, OnRegister register) {
        return switch (this) {
            case SHOWN -> source;
            case RESTRICTED, NOT_ESTABLISHED -> {
                boolean keeps = !isRestricted(register) || source.partner().adapter() instanceof Traces;
                yield source.with(source.entries().stream()
                        .map(Whereabouts::withhold)
                        .map(entry -> keeps ? entry : withoutIdentity(entry))
                        .toList());
            }
        };
    }

    private static Entry withoutIdentity(Entry entry) {
        return entry instanceof Demographics details
                ? DemographicsBuilder.builder(details)
                        .name(null)
                        .birthDate(null)
                        .gender(null)
                        .build()
                : entry;
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
