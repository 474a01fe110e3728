package care.weft.gateway.access;

import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access rules: which role may read which section. Deny is the default; several roles add up; the role
 * {@link CallerRole#PERSON} reads the caller's own record alone.
 */
public final class AccessPolicy {

    private final Map<CallerRole, Set<Section>> sectionsOf;

    /**
     * Rules for these roles.
     *
     * @param sectionsOf a role that is missing reads nothing
     */
    public AccessPolicy(Map<CallerRole, Set<Section>> sectionsOf) {
        this.sectionsOf = new EnumMap<>(CallerRole.class);
        sectionsOf.forEach((role, sections) -> this.sectionsOf.put(role, Set.copyOf(sections)));
    }

    /** Whether the caller may open this person's record at all: decided before any partner is asked about the person. */
    public Decision open(Caller caller, PersonKey person) {
        if (sections(caller).isEmpty()) {
            return new Decision.Deny(DenialReason.NO_ROLE);
        }
        var roles = readers(caller, person);
        return roles.isEmpty() ? new Decision.Deny(DenialReason.NOT_OWN_RECORD) : new Decision.Permit(roles);
    }

    /** Whether the caller may read this section of this person's record. */
    public Decision read(Caller caller, PersonKey person, Section section) {
        return switch (open(caller, person)) {
            case Decision.Deny denied -> denied;
            case Decision.Permit(var readers) -> {
                var roles = readers.stream()
                        .filter(role -> sections(role).contains(section))
                        .collect(Collectors.toSet());
                yield roles.isEmpty()
                        ? new Decision.Deny(DenialReason.SECTION_NOT_FOR_ROLE)
                        : new Decision.Permit(roles);
            }
        };
    }

    /** Whether the caller may have partners asked anew where an answer is kept: professionals may, at the partners' cost. */
    public boolean readsAnew(Caller caller) {
        return caller.roles().stream()
                .anyMatch(role -> role != CallerRole.PERSON && !sections(role).isEmpty());
    }

    /** The sections that the caller's roles may read of anyone at all, in the order of the enum. */
    public Set<Section> sections(Caller caller) {
        var sections = EnumSet.noneOf(Section.class);
        caller.roles().forEach(role -> sections.addAll(sections(role)));
        return sections;
    }

    /** The caller's roles that read anything of this person. */
    private Set<CallerRole> readers(Caller caller, PersonKey person) {
        var roles = EnumSet.noneOf(CallerRole.class);
        caller.roles().stream()
                .filter(role -> role != CallerRole.PERSON || isSelf(caller, person))
                .filter(role -> !sections(role).isEmpty())
                .forEach(roles::add);
        return roles;
    }

    private Set<Section> sections(CallerRole role) {
        return sectionsOf.getOrDefault(role, Set.of());
    }

    private static boolean isSelf(Caller caller, PersonKey person) {
        return caller.self() != null && PersonKey.of(caller.self()).equals(person);
    }
}
