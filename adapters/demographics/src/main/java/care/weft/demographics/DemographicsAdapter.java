package care.weft.demographics;

import care.weft.fhir.Bundle;
import care.weft.fhir.FhirClient;
import care.weft.fhir.FhirReply;
import care.weft.spi.Actor;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.LocateRequest;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks one register: which number is in force, who the person is, and who is related to them. One call each. */
final class DemographicsAdapter implements PartnerAdapter, Traces {

    private final FhirClient client;
    private final DemographicsSettings settings;
    private final Clock clock;

    DemographicsAdapter(PartnerHttp http, DemographicsSettings settings, Clock clock) {
        this.client = new FhirClient(http);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Traced> trace(LocateRequest request) {
        return Mono.defer(() -> {
            var there = client.at(request.endpoint());
            var call = call("Patient/" + request.nhsNumber().value(), request.actor());
            return there.send(call, request.deadline()).map(reply -> traced(there, reply));
        });
    }

    private Traced traced(FhirClient there, FhirReply reply) {
        return switch (Absence.of(reply)) {
            case NOT_FOUND -> new Traced.NotKnown();
            case INVALIDATED -> new Traced.Invalidated();
            case null -> {
                var registered = registered(there, reply);
                yield new Traced.Known(registered.nhsNumber(), registered.details());
            }
        };
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.fromIterable(request.subjects())
                .concatMap(subject -> Mono.defer(() -> read(request, subject))
                        .onErrorResume(
                                PartnerException.class,
                                failure -> Mono.just(new PersonReply.Failed(subject.key(), failure.fault()))));
    }

    private Mono<PersonReply> read(SectionRequest request, Subject subject) {
        var number = Objects.requireNonNull(subject.nhsNumber(), "a register is asked by NHS number");
        return switch (request.section()) {
            case DEMOGRAPHICS -> demographics(request, subject, number);
            case RELATIONSHIPS -> relationships(request, subject, number);
            case APPOINTMENTS, CARE_PACKAGES, REFERRALS, ASSESSMENTS, STAYS, INVOLVEMENTS ->
                Mono.error(new IllegalArgumentException("A register offers no " + request.section()));
        };
    }

    private Mono<PersonReply> demographics(SectionRequest request, Subject subject, NhsNumber number) {
        var there = client.at(request.endpoint());
        var call = call("Patient/" + number.value(), request.actor());
        return there.send(call, request.deadline()).map(reply -> switch (Absence.of(reply)) {
            case NOT_FOUND -> new PersonReply.NotKnown(subject.key());
            case INVALIDATED -> new PersonReply.NothingReleased(subject.key());
            case null -> {
                var registered = registered(there, reply);
                yield registered.nhsNumber().equals(number)
                        ? new PersonReply.Found(
                                subject.key(),
                                List.of(registered.details()),
                                Extent.whole(request.window()),
                                null,
                                List.of())
                        : new PersonReply.Superseded(subject.key(), registered.nhsNumber());
            }
        });
    }

    private Mono<PersonReply> relationships(SectionRequest request, Subject subject, NhsNumber number) {
        var there = client.at(request.endpoint());
        var call = call("Patient/" + number.value() + "/" + RelatedPersons.TYPE, request.actor());
        return there.send(call, request.deadline()).map(reply -> switch (Absence.of(reply)) {
            case NOT_FOUND -> new PersonReply.NotKnown(subject.key());
            case INVALIDATED -> new PersonReply.NothingReleased(subject.key());
            case null -> related(request, subject, there.page(RelatedPersons.TYPE, reply));
        });
    }

    private PersonReply related(SectionRequest request, Subject subject, Bundle found) {
        var today = today();
        var mapped = found.<Entry>map(RelatedPersons.TYPE, related -> RelatedPersons.map(related, today));
        var rejected = new ArrayList<>(found.rejections());
        rejected.addAll(mapped.rejections());
        var extent = new Extent(request.window(), List.of(), found.truncated());
        return new PersonReply.Found(subject.key(), mapped.entries(), extent, found.asOf(), rejected);
    }

    private Registered registered(FhirClient there, FhirReply reply) {
        var alone = new Bundle(List.of(there.resource("Patient", reply)), List.of(), false, null);
        var read = alone.map("Patient", patient -> Registered.of(patient, today()));
        return read.entries().stream()
                .findFirst()
                .orElseThrow(() -> new PartnerException(
                        Fault.INVALID_ANSWER,
                        "Patient: " + read.rejections().getFirst().reason()));
    }

    /** The register refuses a call without an id of its own, and one that is for no organisation. */
    private HttpCall call(String path, Actor actor) {
        var organisation = settings.onBehalfOf(actor.organisationCode());
        if (organisation == null) {
            throw new PartnerException(
                    Fault.REFUSED, "the caller's organisation is not known, and 'organisation' is not set");
        }
        return HttpCall.get(path)
                .header("X-Request-ID", UUID.randomUUID().toString())
                .header("NHSD-End-User-Organisation-ODS", organisation);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moment.LONDON);
    }
}
