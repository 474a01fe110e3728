package care.weft.gateway.access;

import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The access rules. What no rule allows is denied, and what one denies is denied, whatever others allow. A rule counts for the
 * roles that it names, or for all: several roles add up, and none takes away what another gives.
 */
public final class AccessPolicy {

    private final Map<CallerRole, Map<Section, List<PolicyRule>>> allowing;
    private final Map<CallerRole, Map<Section, List<PolicyRule>>> denying;
    private final Map<Duty, Set<CallerRole>> duties = new EnumMap<>(Duty.class);

    /**
     * Rules, in any order.
     *
     * @param duties a duty that is missing is nobody's
     */
    public AccessPolicy(List<PolicyRule> rules, Map<Duty, Set<CallerRole>> duties) {
        allowing = byRoleAndSection(rules.stream().filter(PolicyRule::allows).toList());
        denying = byRoleAndSection(rules.stream().filter(rule -> !rule.allows()).toList());
        duties.forEach((duty, roles) -> this.duties.put(duty, Set.copyOf(roles)));
    }

    private static Map<CallerRole, Map<Section, List<PolicyRule>>> byRoleAndSection(List<PolicyRule> rules) {
        var found = new EnumMap<CallerRole, Map<Section, List<PolicyRule>>>(CallerRole.class);
        for (var role : CallerRole.values()) {
            var ofRole = new EnumMap<Section, List<PolicyRule>>(Section.class);
            for (var section : Section.values()) {
                ofRole.put(
                        section,
                        rules.stream()
                                .filter(rule -> rule.isFor(role) && rule.isAbout(section))
                                .toList());
            }
            found.put(role, ofRole);
        }
        return found;
    }

    /** Whether the caller may read this section, and how much of it. */
    public Decision read(AccessRequest request) {
        var grants = new ArrayList<Grant>();
        request.caller().roles().stream().sorted().forEach(role -> grants.addAll(grants(request, role)));
        return grants.isEmpty() ? new Decision.Deny(DenialReason.SECTION_NOT_FOR_ROLE) : new Decision.Permit(grants);
    }

    private List<Grant> grants(AccessRequest request, CallerRole role) {
        var section = request.section();
        var relationship = request.ties().in(role);
        var denials = matching(denying, request, role, relationship);
        if (denials.stream().anyMatch(rule -> rule.sections().contains(section))) {
            return List.of();
        }
        var allowed = matching(allowing, request, role, relationship);
        var grants = new ArrayList<Grant>();
        for (var scope : RecordScope.values()) {
            if (allowed.stream().noneMatch(rule -> rule.scope() == scope)) {
                continue;
            }
            for (var labels : labels(allowed, request.ties())) {
                var counting = allowed.stream()
                        .filter(rule -> counts(rule, scope) && rule.labels().containsAll(labels))
                        .toList();
                if (counting.stream().anyMatch(rule -> rule.sections().contains(section))) {
                    grants.add(new Grant(role, relationship, scope, withheld(section, counting, denials), labels));
                }
            }
        }
        return grants;
    }

    /** The labels that rules name, and those that two of them both name, for one may allow the section and the other a field. */
    private static List<Set<Confidentiality>> labels(List<PolicyRule> allowed, Ties ties) {
        var named = allowed.stream()
                .map(rule -> ties.isClose() ? withoutNotForPerson(rule.labels()) : rule.labels())
                .distinct()
                .toList();
        var all = new HashSet<>(named);
        all.add(Set.of());
        for (var one : named) {
            for (var other : named) {
                var both = new HashSet<>(one);
                both.retainAll(other);
                all.add(Set.copyOf(both));
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(
                        labels -> labels.stream().sorted().toList().toString()))
                .toList();
    }

    private static Set<Confidentiality> withoutNotForPerson(Set<Confidentiality> labels) {
        var others = new HashSet<>(labels);
        others.remove(Confidentiality.NOT_FOR_PERSON);
        return Set.copyOf(others);
    }

    /** What is allowed of all records is allowed of some. */
    private static boolean counts(PolicyRule rule, RecordScope scope) {
        return rule.scope() == RecordScope.ALL || rule.scope() == scope;
    }

    private static Set<SensitiveField> withheld(Section section, List<PolicyRule> allowed, List<PolicyRule> denials) {
        var withheld = SensitiveField.of(section);
        withheld.removeIf(
                field -> allowed.stream().anyMatch(rule -> rule.fields().contains(field))
                        && denials.stream().noneMatch(rule -> rule.fields().contains(field)));
        return withheld;
    }

    private static List<PolicyRule> matching(
            Map<CallerRole, Map<Section, List<PolicyRule>>> rules,
            AccessRequest request,
            CallerRole role,
            LegitimateRelationship relationship) {
        return of(rules, role, request.section()).stream()
                .filter(rule -> rule.holdsAt(request) && rule.holds(request.purpose(), relationship, request.flags()))
                .toList();
    }

    private static List<PolicyRule> of(
            Map<CallerRole, Map<Section, List<PolicyRule>>> rules, CallerRole role, Section section) {
        return rules.getOrDefault(role, Map.of()).getOrDefault(section, List.of());
    }

    /**
     * Whether the caller may open this person's record at all, as far as it can be told from the token: decided before any partner
     * is asked about the person.
     */
    public Decision open(Caller caller, PersonKey person, PurposeOfUse purpose) {
        if (sections(caller).isEmpty()) {
            return new Decision.Deny(DenialReason.NO_ROLE);
        }
        if (Arrays.stream(LegitimateRelationship.values())
                .noneMatch(staff -> opens(caller, new Ties(true, true, staff), purpose))) {
            return new Decision.Deny(DenialReason.PURPOSE_NOT_ALLOWED);
        }
        var best = Arrays.stream(LegitimateRelationship.values())
                .map(staff -> Ties.of(caller, person, staff))
                .filter(ties -> opens(caller, ties, purpose))
                .findFirst();
        return best.<Decision>map(ties -> permit(caller, ties, purpose))
                .orElseGet(() -> new Decision.Deny(DenialReason.NOT_OWN_RECORD));
    }

    /** The same, when it is known how the caller stands to the person, and what is known of them. */
    public Decision open(Caller caller, Ties ties, PurposeOfUse purpose, Set<PersonFlag> flags) {
        if (!opens(caller, ties, purpose)) {
            return new Decision.Deny(DenialReason.NO_RELATIONSHIP);
        }
        if (caller.roles().stream().anyMatch(role -> opens(role, ties, purpose, flags))) {
            return permit(caller, ties, purpose);
        }
        var others = EnumSet.noneOf(PersonFlag.class);
        others.addAll(flags);
        others.remove(PersonFlag.OBJECTION);
        return new Decision.Deny(
                caller.roles().stream().anyMatch(role -> opens(role, ties, purpose, others))
                        ? DenialReason.OBJECTION
                        : DenialReason.NO_RELATIONSHIP);
    }

    private Decision permit(Caller caller, Ties ties, PurposeOfUse purpose) {
        return new Decision.Permit(caller.roles().stream()
                .sorted()
                .filter(role -> opens(role, ties, purpose))
                .map(role -> new Grant(role, ties.in(role), RecordScope.ALL, Set.of()))
                .toList());
    }

    private boolean opens(Caller caller, Ties ties, PurposeOfUse purpose) {
        return caller.roles().stream().anyMatch(role -> opens(role, ties, purpose));
    }

    private boolean opens(CallerRole role, Ties ties, PurposeOfUse purpose) {
        return opens(role, ties, purpose, Set.of());
    }

    /** Whether some section can be read in this role, of a person with these flags, at some partner. */
    private boolean opens(CallerRole role, Ties ties, PurposeOfUse purpose, Set<PersonFlag> flags) {
        return Arrays.stream(Section.values())
                .anyMatch(section -> of(allowing, role, section).stream()
                                .anyMatch(rule -> rule.sections().contains(section)
                                        && rule.holds(purpose, ties.in(role), EnumSet.allOf(PersonFlag.class)))
                        && of(denying, role, section).stream()
                                .noneMatch(rule -> rule.partners().isEmpty()
                                        && rule.sections().contains(section)
                                        && rule.holds(purpose, ties.in(role), flags)));
    }

    /** Whether the caller may have partners asked anew where an answer is kept: professionals may, at the partners' cost. */
    public boolean readsAnew(Caller caller) {
        return caller.roles().stream()
                .anyMatch(role -> role != CallerRole.PERSON
                        && role != CallerRole.PROXY
                        && !sections(role).isEmpty());
    }

    /** Whether the caller has a duty. */
    public boolean may(Caller caller, Duty duty) {
        return duties.getOrDefault(duty, Set.of()).stream().anyMatch(caller.roles()::contains);
    }

    /** The sections that the caller's roles may read of anyone at all, in the order of the enum. */
    public Set<Section> sections(Caller caller) {
        var sections = EnumSet.noneOf(Section.class);
        caller.roles().forEach(role -> sections.addAll(sections(role)));
        return sections;
    }

    private Set<Section> sections(CallerRole role) {
        var sections = EnumSet.allOf(Section.class);
        sections.removeIf(section -> of(allowing, role, section).stream()
                        .noneMatch(rule -> rule.sections().contains(section))
                || of(denying, role, section).stream()
                        .anyMatch(rule ->
                                rule.isUnconditional() && rule.sections().contains(section)));
        return sections;
    }

    /** The purposes for which the caller's roles may read anything of anyone, in the order of the enum. */
    public Set<PurposeOfUse> purposes(Caller caller) {
        var purposes = EnumSet.allOf(PurposeOfUse.class);
        purposes.removeIf(purpose -> Arrays.stream(LegitimateRelationship.values())
                .noneMatch(staff -> opens(caller, new Ties(true, true, staff), purpose)));
        return purposes;
    }
}
