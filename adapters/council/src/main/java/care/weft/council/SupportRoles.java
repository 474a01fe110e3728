package care.weft.council;

import care.weft.fhir.Element;
import care.weft.spi.model.RelationshipKind;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What codes say that somebody is to a person: Interweave's support roles, and the ones of HL7 that UK Core allows. */
final class SupportRoles {

    private static final Map<String, RelationshipKind> INTERWEAVE = Map.of(
            "CAR", RelationshipKind.CARER,
            "IC", RelationshipKind.CARER,
            "MC", RelationshipKind.CARER,
            "CF", RelationshipKind.CARED_FOR,
            "NOK", RelationshipKind.NEXT_OF_KIN,
            "EC", RelationshipKind.EMERGENCY_CONTACT,
            "LPA", RelationshipKind.LEGAL_AUTHORITY,
            "AS", RelationshipKind.LEGAL_AUTHORITY);

    private static final Map<String, RelationshipKind> HL7_CONTACTS =
            Map.of("N", RelationshipKind.NEXT_OF_KIN, "C", RelationshipKind.EMERGENCY_CONTACT);

    private static final Map<String, RelationshipKind> HL7_ROLES = Map.of(
            "POWATT", RelationshipKind.LEGAL_AUTHORITY,
            "DPOWATT", RelationshipKind.LEGAL_AUTHORITY,
            "HPOWATT", RelationshipKind.LEGAL_AUTHORITY,
            "SPOWATT", RelationshipKind.LEGAL_AUTHORITY,
            "GUARD", RelationshipKind.LEGAL_AUTHORITY);

    private SupportRoles() {}

    /** What the codes of a concept say; empty when they say nothing of the kind. */
    static Stream<RelationshipKind> kinds(Element concept) {
        return concept.each("coding").stream().map(SupportRoles::kind).filter(Objects::nonNull);
    }

    private static @Nullable RelationshipKind kind(Element coding) {
        var system = Objects.requireNonNullElse(coding.text("system"), "");
        var code = Objects.requireNonNullElse(coding.text("code"), "");
        if (Interweave.isOf(coding, "SocialCareSupportRole")) {
            return INTERWEAVE.get(code);
        }
        if (system.endsWith("/v2-0131")) {
            return HL7_CONTACTS.get(code);
        }
        return system.endsWith("/v3-RoleCode") ? HL7_ROLES.get(code) : null;
    }
}
