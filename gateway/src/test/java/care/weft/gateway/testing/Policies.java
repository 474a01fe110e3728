package care.weft.gateway.testing;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PolicyRule;
import care.weft.gateway.access.RecordScope;
import care.weft.gateway.access.SensitiveField;
import care.weft.spi.model.Section;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Access rules for tests that are about something else. */
public final class Policies {

    private Policies() {}

    /** By role, the sections that it reads whole at every partner: a person of themselves alone. */
    public static AccessPolicy of(Map<CallerRole, Set<Section>> sections) {
        return new AccessPolicy(
                sections.entrySet().stream()
                        .map(entry -> whole(entry.getKey(), entry.getValue()))
                        .toList(),
                Map.of());
    }

    private static PolicyRule whole(CallerRole role, Set<Section> sections) {
        return new PolicyRule(
                role.name(),
                true,
                Set.of(role),
                sections,
                Arrays.stream(SensitiveField.values())
                        .filter(field -> sections.contains(field.section()))
                        .collect(Collectors.toSet()),
                Set.of(),
                Set.of(),
                role == CallerRole.PERSON ? Set.of(LegitimateRelationship.SELF) : Set.of(),
                Set.of(),
                RecordScope.ALL,
                Set.of());
    }
}
