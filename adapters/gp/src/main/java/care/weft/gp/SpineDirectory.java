package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.Element;
import care.weft.fhir.FhirClient;
import care.weft.fhir.Resource;
import care.weft.fhir.Systems;
import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks the Spine Directory Service, FHIR R4, for the system that a practice has for a capability. */
final class SpineDirectory {

    private static final String INTERACTION = "https://fhir.nhs.uk/Id/nhsServiceInteractionId";
    private static final List<String> ASID = List.of("https://fhir.nhs.uk/Id/nhsSpineASID");
    private static final List<String> PARTY_KEY = List.of("https://fhir.nhs.uk/Id/nhsMhsPartyKey");

    private final FhirClient client;
    private final String key;

    SpineDirectory(FhirClient client, String key) {
        this.client = client;
        this.key = key;
    }

    /** The one system; empty when the directory has none. */
    Mono<Optional<PracticeSystem>> system(String practice, Capability capability, Deadline deadline) {
        return Mono.zip(
                search("Device", practice, capability, deadline),
                search("Endpoint", practice, capability, deadline),
                SpineDirectory::paired);
    }

    private Mono<Bundle> search(String type, String practice, Capability capability, Deadline deadline) {
        var call = HttpCall.get(type)
                .query("organization", Systems.ODS_CODE + "|" + practice)
                .query(
                        "identifier",
                        INTERACTION + "|" + capability.interaction().id());
        return client.search(type, key.isEmpty() ? call : call.header("apikey", key), deadline);
    }

    /** A device and an endpoint of the same party: a practice that changes its supplier has two of each for a while. */
    private static Optional<PracticeSystem> paired(Bundle devices, Bundle endpoints) {
        if (!devices.rejections().isEmpty() || !endpoints.rejections().isEmpty()) {
            throw new PartnerException(Fault.INVALID_ANSWER, "the directory's answer cannot be read");
        }
        var systems = new LinkedHashSet<PracticeSystem>();
        for (var endpoint : endpoints.matches()) {
            for (var device : devices.matches()) {
                var asid = identifier(device, ASID);
                var address = endpoint.element().text("address");
                if (asid != null && address != null && inUse(endpoint.element()) && sameParty(device, endpoint)) {
                    systems.add(new PracticeSystem(asid, plain(address)));
                }
            }
        }
        if (systems.size() > 1) {
            throw new PartnerException(Fault.INVALID_ANSWER, "the directory names several systems of one practice");
        }
        return systems.stream().findFirst();
    }

    private static boolean inUse(Element endpoint) {
        var status = endpoint.text("status");
        return status == null || status.equals("active");
    }

    private static boolean sameParty(Resource device, Resource endpoint) {
        var one = identifier(device, PARTY_KEY);
        var other = identifier(endpoint, PARTY_KEY);
        return one == null || other == null || one.equals(other);
    }

    private static @Nullable String identifier(Resource resource, List<String> systems) {
        return Systems.value(resource.element().each("identifier"), systems);
    }

    private static String plain(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
