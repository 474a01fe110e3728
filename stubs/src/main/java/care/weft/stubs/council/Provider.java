package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.population.Organisation;
import tools.jackson.databind.node.ObjectNode;

/** Who delivers a service. */
sealed interface Provider {

    /** As an organisation, to be contained. */
    ObjectNode organization(String id, Chart chart);

    /** A provider that the Care Quality Commission registers, known by its location there. */
    record Registered(String name, String location) implements Provider {
        @Override
        public ObjectNode organization(String id, Chart chart) {
            return object(
                    "resourceType",
                    "Organization",
                    "id",
                    id,
                    "identifier",
                    array(object("system", Local.CQC_LOCATION, "value", location)),
                    "active",
                    true,
                    "name",
                    name);
        }
    }

    /** A body with a code of the Organisation Data Service. */
    record Body(Organisation body) implements Provider {
        @Override
        public ObjectNode organization(String id, Chart chart) {
            return object(
                    "resourceType",
                    "Organization",
                    "id",
                    id,
                    "identifier",
                    array(organisation(body).get("identifier")),
                    "active",
                    true,
                    "name",
                    body.name());
        }
    }

    /** A team of the council's own. */
    record Own(Team team) implements Provider {
        @Override
        public ObjectNode organization(String id, Chart chart) {
            return team.organizationalTeam(id, chart);
        }
    }
}
