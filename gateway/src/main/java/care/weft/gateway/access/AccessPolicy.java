package care.weft.gateway.access;

import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The access rules: which role may read which section. Deny is the default; several roles add up; the role
 * {@link CallerRole#PERSON} reads the caller's own record alone.
 */
public final class AccessPolicy {

    private static final Decision PERMIT = new Decision.Permit();

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
        return readable(caller, person).isEmpty() ? new Decision.Deny(DenialReason.NOT_OWN_RECORD) : PERMIT;
    }

    /** Whether the caller may read this section of this person's record. */
    public Decision read(Caller caller, PersonKey person, Section section) {
        if (open(caller, person) instanceof Decision.Deny denied) {
            return denied;
        }
        return readable(caller, person).contains(section)
                ? PERMIT
                : new Decision.Deny(DenialReason.SECTION_NOT_FOR_ROLE);
    }

    /** The sections that the caller's roles may read of anyone at all, in the order of the enum. */
    public Set<Section> sections(Caller caller) {
        var sections = EnumSet.noneOf(Section.class);
        caller.roles().forEach(role -> sections.addAll(sectionsOf.getOrDefault(role, Set.of())));
        return sections;
    }

    private Set<Section> readable(Caller caller, PersonKey person) {
        var sections = EnumSet.noneOf(Section.class);
        for (var role : caller.roles()) {
            if (role != CallerRole.PERSON || isSelf(caller, person)) {
                sections.addAll(sectionsOf.getOrDefault(role, Set.of()));
            }
        }
        return sections;
    }

    private static boolean isSelf(Caller caller, PersonKey person) {
        return caller.self() != null && PersonKey.of(caller.self()).equals(person);
    }
}
