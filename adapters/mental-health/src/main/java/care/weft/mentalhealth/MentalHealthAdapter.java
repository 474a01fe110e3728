package care.weft.mentalhealth;

import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import java.time.Clock;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads one mental-health trust: finds the person, asks for a section, answers for one person at a time. */
final class MentalHealthAdapter implements PartnerAdapter, Locates {

    private final Tables tables;
    private final MentalHealthSettings settings;
    private final Clock clock;

    MentalHealthAdapter(PartnerHttp http, MentalHealthSettings settings, Clock clock) {
        this.tables = new Tables(http, settings);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Located> locate(LocateRequest request) {
        return Mono.defer(() -> Patients.locate(tables.at(request.endpoint()), request));
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.fromIterable(request.subjects()).concatMap(subject -> read(request, subject));
    }

    private Mono<PersonReply> read(SectionRequest request, Subject subject) {
        var asked = new Asked(
                subject.key(),
                Objects.requireNonNull(subject.localId(), "a mental-health trust is asked by its own id"),
                request.window(),
                tables.at(request.endpoint()),
                request.deadline(),
                request.joint(),
                settings,
                clock.instant());
        return reply(request, asked)
                .onErrorResume(
                        PartnerException.class,
                        failure -> Mono.just(new PersonReply.Failed(subject.key(), failure.fault())));
    }

    private static Mono<PersonReply> reply(SectionRequest request, Asked asked) {
        if (asked.settings().lacks(request.section())) {
            return Mono.error(new IllegalArgumentException("This trust offers no " + request.section()));
        }
        return switch (request.section()) {
            case DEMOGRAPHICS -> Patients.demographics(asked);
            case APPOINTMENTS -> CareContacts.read(asked);
            case CARE_PACKAGES -> CarePlans.read(asked);
            case REFERRALS -> Referrals.read(asked);
            case ASSESSMENTS -> Assessments.read(asked);
            case STAYS -> Stays.read(asked);
            case INVOLVEMENTS -> CareCoordinators.read(asked);
            case RELATIONSHIPS -> Mono.error(new IllegalArgumentException("This trust offers no " + request.section()));
        };
    }
}
