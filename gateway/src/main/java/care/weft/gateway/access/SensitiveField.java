package care.weft.gateway.access;

import care.weft.spi.model.Section;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a section's records that has rules of its own: who may read the section does not see it, unless a rule says so.
 */
public enum SensitiveField {
    /** Where the person is and how to reach them, and at which practice they are registered. */
    WHEREABOUTS(Section.DEMOGRAPHICS, "whereabouts", "address", "telecoms", "practice"),
    /** What an appointment is for, and with whom. */
    APPOINTMENT_CONTENT(Section.APPOINTMENTS, "content", "title", "description", "service", "practitioner"),
    /** What a package costs. */
    COSTS(Section.CARE_PACKAGES, "costs", "weeklyCost"),
    /** Who pays for a package. */
    FUNDING(Section.CARE_PACKAGES, "funding", "funding"),
    /** What a referral is for, and what came of it. */
    REFERRAL_REASON(Section.REFERRALS, "reason", "title", "service", "reason", "outcome"),
    /** What kind of assessment it is. */
    ASSESSMENT_KIND(Section.ASSESSMENTS, "kind", "title", "code", "instrument", "domains", "validUntil"),
    /** Who assesses, where, and whom to ring about it. */
    ASSESSMENT_TEAM(Section.ASSESSMENTS, "team", "team", "assessor", "location", "contact", "setting"),
    /** What an assessment found. */
    ASSESSMENT_FINDINGS(
            Section.ASSESSMENTS, "findings", "score", "riskBand", "outcome", "summary", "statusReason", "content"),
    /** What a stay is for, where in the hospital, and where the person goes then. */
    STAY_CARE(Section.STAYS, "care", "title", "ward", "pathway", "destination"),
    /** How to reach those close to the person. */
    RELATIVE_CONTACT(Section.RELATIONSHIPS, "contact", "contact"),
    /** The legal authority that those close to the person hold. */
    RELATIVE_AUTHORITY(Section.RELATIONSHIPS, "authority", "authority");

    private final Section section;
    private final String word;
    private final String fields;

    SensitiveField(Section section, String word, String... fields) {
        this.section = section;
        this.word = word;
        this.fields = String.join(",", fields);
    }

    public Section section() {
        return section;
    }

    /** As the policy names it, such as {@code CARE_PACKAGES.costs}. */
    public String word() {
        return section + "." + word;
    }

    /** The fields of the section's records, as the API names them. */
    public List<String> fields() {
        return List.of(fields.split(",", -1));
    }

    static Set<SensitiveField> of(Section section) {
        var of = EnumSet.noneOf(SensitiveField.class);
        Arrays.stream(values()).filter(field -> field.section == section).forEach(of::add);
        return of;
    }

    /** The one that the policy names so; empty when there is none. */
    public static Optional<SensitiveField> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }
}
