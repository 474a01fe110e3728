package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.Team;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A caller's teams, with all the names under which partners write them. */
final class OwnTeams {

    private final List<Team> teams;

    private OwnTeams(List<Team> teams) {
        this.teams = teams;
    }

    /** @param known by a team's code or name, what partners write for it */
    static OwnTeams of(Caller caller, Map<String, List<String>> known) {
        var own = caller.teams();
        return new OwnTeams(Stream.concat(
                        own.stream(),
                        known.entrySet().stream()
                                .filter(entry -> own.stream().anyMatch(Team.of(entry.getKey())::is))
                                .flatMap(entry -> entry.getValue().stream().map(Team::of)))
                .toList());
    }

    /** Whether the token names none. */
    boolean areUnknown() {
        return teams.isEmpty();
    }

    boolean include(Team other) {
        return teams.stream().anyMatch(other::is);
    }
}
