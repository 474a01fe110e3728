package care.weft.gateway.graphql;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Organisation;
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

    public List<PurposeOfUse> purposes() {
        return List.of(PurposeOfUse.values());
    }
}
