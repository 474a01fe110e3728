package care.weft.gateway.graphql;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Team;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the gateway takes a caller for, in the words of the API. */
record CallerView(Caller caller) {

    public String id() {
        return caller.id();
    }

    public String name() {
        return caller.name();
    }

    public List<CallerRole> roles() {
        return caller.roles().stream().sorted().toList();
    }

    public @Nullable Organisation employer() {
        return caller.employer();
    }

    public List<Organisation> actsForOrganisations() {
        return caller.actsFor();
    }

    public List<String> teams() {
        return caller.teams().stream().map(Team::words).toList();
    }

    public List<ProxyRelation> actsFor() {
        return caller.proxyFor().stream()
                .sorted(Comparator.comparing(NhsNumber::value))
                .map(ProxyRelation::new)
                .toList();
    }

    /** Someone for whom the caller acts. */
    record ProxyRelation(NhsNumber nhsNumber) {}
}
