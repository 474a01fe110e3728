package care.weft.gateway.fanout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.relationships.*}: how it is found out whether a caller's team cares for a person.
 *
 * @param establishedBy ODS codes of employers whose own systems have established the relationship before they ask: their staff stand
 *     to everybody directly
 * @param serves by the ODS code of an organisation, or the code or name of a team, the practices of the neighbourhoods that they serve
 * @param teams by the code or name of a team as tokens state it, the codes and names of teams, services and wards under which partners
 *     write what it does, beside its own
 * @param byTeam ODS codes of organisations all of whose staff's tokens name teams: what they hold makes no direct relationship to whose
 *     token names none
 * @param recent how long before and after an appointment its service is involved, more than zero
 * @param breakGlass how long a record stays open that was opened without a relationship, more than zero
 * @param session how long a stated reason stands, more than zero
 * @param review the share of records opened by organisation alone that is reviewed, 0 to 1; of those opened by breaking the glass it
 *     is all
 */
@ConfigurationProperties("weft.relationships")
public record RelationshipSettings(
        @DefaultValue Set<String> establishedBy,
        @DefaultValue Map<String, List<String>> serves,
        @DefaultValue Map<String, List<String>> teams,
        @DefaultValue Set<String> byTeam,
        @DefaultValue("90d") Duration recent,
        @DefaultValue("30m") Duration breakGlass,
        @DefaultValue("12h") Duration session,
        @DefaultValue("0.1") double review) {

    public RelationshipSettings {
        establishedBy = Set.copyOf(establishedBy);
        serves = Map.copyOf(serves);
        teams = Map.copyOf(teams);
        byTeam = Set.copyOf(byTeam);
        if (!recent.isPositive() || !breakGlass.isPositive() || !session.isPositive()) {
            throw new IllegalArgumentException("Settings weft.relationships.recent, break-glass and session must be"
                    + " longer than nothing, such as 90d, 30m and 12h");
        }
        if (review < 0 || review > 1) {
            throw new IllegalArgumentException("Setting weft.relationships.review must be 0 to 1, such as 0.1");
        }
    }
}
