package care.weft.gateway.access;

import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import java.util.Set;

/**
 * One rule of the policy, which allows or denies. It is about a request that it matches in everything: an empty set matches
 * whatever is asked.
 *
 * @param name unique in the policy
 * @param sections which it is about as such
 * @param fields which it is about; a rule that denies a section denies its fields with it
 * @param partners by kind or id
 * @param flags of which the person has at least one
 * @param scope which records; of a rule that denies always all
 * @param labels which a record may bear to be allowed: with another it is not. Of a rule that denies none, for it is about all
 */
public record PolicyRule(
        String name,
        boolean allows,
        Set<CallerRole> roles,
        Set<Section> sections,
        Set<SensitiveField> fields,
        Set<String> partners,
        Set<PurposeOfUse> purposes,
        Set<LegitimateRelationship> relationships,
        Set<PersonFlag> flags,
        RecordScope scope,
        Set<Confidentiality> labels) {

    public PolicyRule {
        roles = Set.copyOf(roles);
        sections = Set.copyOf(sections);
        fields = Set.copyOf(fields);
        partners = Set.copyOf(partners);
        purposes = Set.copyOf(purposes);
        relationships = Set.copyOf(relationships);
        flags = Set.copyOf(flags);
        labels = Set.copyOf(labels);
    }

    boolean isFor(CallerRole role) {
        return roles.isEmpty() || roles.contains(role);
    }

    boolean isAbout(Section section) {
        return sections.contains(section) || fields.stream().anyMatch(field -> field.section() == section);
    }

    /** Whether purpose, relationship and person are as the rule has it. */
    boolean holds(PurposeOfUse purpose, LegitimateRelationship relationship, Set<PersonFlag> of) {
        return (purposes.isEmpty() || purposes.contains(purpose))
                && (relationships.isEmpty() || relationships.contains(relationship))
                && (flags.isEmpty() || flags.stream().anyMatch(of::contains));
    }

    boolean holdsAt(AccessRequest request) {
        return partners.isEmpty()
                || partners.contains(request.kind())
                || partners.contains(request.partner().value());
    }

    /** Whether it matches every request of its roles for its sections. */
    boolean isUnconditional() {
        return partners.isEmpty() && purposes.isEmpty() && relationships.isEmpty() && flags.isEmpty();
    }
}
