package care.weft.gp;

import care.weft.fhir.FhirClient;
import care.weft.fhir.Paging;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PersonReply;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds practices, and reads one section of one person at a time at the practice that it is told. */
final class GpAdapter implements PartnerAdapter, Routes {

    /** Practices answer on one page, a whole record if need be. */
    private static final Paging ONE_PAGE = new Paging(1, 20_000);

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final FhirClient client;
    private final PracticeSystems systems;
    private final GpSettings settings;
    private final Clock clock;

    GpAdapter(PartnerHttp http, GpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = new FhirClient(http, ONE_PAGE);
        systems = new PracticeSystems(new SpineDirectory(client, settings.directoryKey()), clock);
    }

    @Override
    public Mono<Endpoint> route(RouteRequest request) {
        return Mono.defer(() -> {
            var capability = Capability.of(request.section());
            if (!GpSettings.isOdsCode(request.practice())) {
                return Mono.empty();
            }
            return systems.find(request.practice(), capability, request.deadline())
                    .map(system -> endpoint(request.practice(), capability, system));
        });
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.fromIterable(request.subjects())
                .concatMap(subject -> read(request, subject)
                        .onErrorResume(
                                PartnerException.class,
                                failure -> Mono.just(new PersonReply.Failed(subject.key(), failure.fault()))));
    }

    private Mono<PersonReply> read(SectionRequest request, Subject subject) {
        var capability = Capability.of(request.section());
        var practice = capability
                .practice(request.endpoint().id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Practices are asked at the endpoint that route() gave for the same section"));
        var requester = Requester.of(request.actor(), settings);
        if (requester == null) {
            // A practice must be told, and refuses who does not say.
            return Mono.just(new PersonReply.Refused(subject.key()));
        }
        return asked(request, subject, requester, practice, capability).flatMap(asked -> switch (request.section()) {
            case DEMOGRAPHICS -> GpPatients.demographics(asked);
            // Patients are found by a capability of its own, at whichever system the practice has for that.
            case APPOINTMENTS ->
                asked(request, subject, requester, practice, Capability.FOUNDATIONS)
                        .flatMap(finding -> Appointments.read(finding, asked));
            case REFERRALS -> Referrals.read(asked);
            case ASSESSMENTS -> Assessments.read(asked);
            case CARE_PACKAGES, STAYS, RELATIONSHIPS, INVOLVEMENTS ->
                Mono.error(new IllegalArgumentException("GP practices offer no " + request.section()));
        });
    }

    private Mono<Asked> asked(
            SectionRequest request, Subject subject, Requester requester, String practice, Capability capability) {
        return systems.find(practice, capability, request.deadline())
                .switchIfEmpty(Mono.error(
                        () -> new PartnerException(Fault.INVALID_ANSWER, "the directory does not have the practice")))
                .map(system -> new Asked(
                        subject.key(),
                        Objects.requireNonNull(subject.nhsNumber(), "practices are asked by NHS number"),
                        request.window(),
                        request.deadline(),
                        client.at(
                                capability == Capability.of(request.section())
                                        ? request.endpoint()
                                        : endpoint(practice, capability, system)),
                        practice,
                        system,
                        request.actor(),
                        requester,
                        request.section(),
                        request.joint(),
                        settings,
                        clock));
    }

    private Endpoint endpoint(String practice, Capability capability, PracticeSystem system) {
        return new Endpoint(capability.endpointId(practice), address(system));
    }

    private URI address(PracticeSystem system) {
        var written = settings.proxy().isEmpty() ? system.address() : settings.proxy() + "/" + system.address();
        try {
            var address = URI.create(written);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, without repeating what the directory sent
        }
        throw new PartnerException(Fault.INVALID_ANSWER, "the directory's address of a practice cannot be used");
    }
}
