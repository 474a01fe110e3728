package care.weft.council;

import care.weft.fhir.FhirClient;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads one council: finds the person, asks for a section, answers for one person at a time, with or without an NHS number. */
final class CouncilAdapter implements PartnerAdapter, Locates {

    /**
     * What can be an id on a FHIR server, with room for the underscores that some servers use. Anything else is nobody's id:
     * a comma in it would search for two people at once, a slash would read something else.
     */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final FhirClient client;
    private final CouncilSettings settings;
    private final Clock clock;

    CouncilAdapter(PartnerHttp http, CouncilSettings settings, Clock clock) {
        this.client = new FhirClient(http, settings.paging());
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Located> locate(LocateRequest request) {
        return Mono.defer(() -> CouncilPatients.locate(client.at(request.endpoint()), request, settings, today()));
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.fromIterable(request.subjects()).concatMap(subject -> read(request, subject));
    }

    private Mono<PersonReply> read(SectionRequest request, Subject subject) {
        var localId = Objects.requireNonNull(subject.localId(), "a council is asked by its own id");
        if (!ID.matcher(localId.value()).matches()) {
            return Mono.just(new PersonReply.NotKnown(subject.key()));
        }
        var asked = new Asked(
                subject.key(),
                localId,
                request.window(),
                client.at(request.endpoint()),
                request.deadline(),
                settings,
                today());
        return reply(request, asked)
                .onErrorResume(
                        PartnerException.class,
                        failure -> Mono.just(new PersonReply.Failed(subject.key(), failure.fault())));
    }

    private static Mono<PersonReply> reply(SectionRequest request, Asked asked) {
        if (asked.settings().lacks(request.section())) {
            return notOffered(request);
        }
        return switch (request.section()) {
            case DEMOGRAPHICS -> CouncilPatients.demographics(asked);
            case CARE_PACKAGES -> CarePackages.read(asked);
            case REFERRALS -> Referrals.read(asked);
            case ASSESSMENTS -> Assessments.read(asked);
            case RELATIONSHIPS -> Relationships.read(asked);
            case INVOLVEMENTS -> Involvements.read(asked);
            case APPOINTMENTS, STAYS -> notOffered(request);
        };
    }

    private static Mono<PersonReply> notOffered(SectionRequest request) {
        return Mono.error(new IllegalArgumentException("This council offers no " + request.section()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moment.LONDON);
    }
}
