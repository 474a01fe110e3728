package care.weft.gateway.access;

import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.util.Set;

/**
 * One question to the access rules: may this caller read this section of this person's record at this partner?
 *
 * @param kind of the partner
 * @param ties how the caller stands to the person
 * @param flags of the person
 */
public record AccessRequest(
        Caller caller,
        Section section,
        PartnerId partner,
        String kind,
        PurposeOfUse purpose,
        Ties ties,
        Set<PersonFlag> flags) {

    public AccessRequest {
        flags = Set.copyOf(flags);
    }

    /** The same of whoever stands so to the person as staff. */
    public AccessRequest by(LegitimateRelationship staff) {
        return new AccessRequest(
                caller, section, partner, kind, purpose, new Ties(ties.self(), ties.proxy(), staff), flags);
    }
}
