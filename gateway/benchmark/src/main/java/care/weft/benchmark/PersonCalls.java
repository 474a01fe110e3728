package care.weft.benchmark;

import care.weft.spi.Actor;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The calls by which one partner's adapter reads one person, recorded once and repeated at will.
 *
 * @param first those that find the person, one after another
 * @param then those that read the sections, side by side
 */
record PersonCalls(PartnerHttp http, List<HttpCall> first, List<HttpCall> then) {

    /** The ones that {@code one-person.graphql} asks for. */
    private static final Set<Section> SECTIONS =
            Set.of(Section.DEMOGRAPHICS, Section.ASSESSMENTS, Section.APPOINTMENTS, Section.REFERRALS, Section.STAYS);

    private static final Actor ACTOR = new Actor("benchmark", "Benchmark", "GP", null, null);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Sends them all; the bodies, in the order of the calls. */
    Flux<byte[]> repeat() {
        return Flux.fromIterable(first)
                .concatMap(this::send)
                .concatWith(Flux.fromIterable(then).flatMapSequential(this::send));
    }

    private Mono<byte[]> send(HttpCall call) {
        return http.send(call, deadline()).map(HttpReply::body);
    }

    /** Has the adapter read the person, and keeps its calls. Blocks. */
    static PersonCalls record(
            PartnerAdapterProvider provider, Endpoint endpoint, PartnerHttp http, NhsNumber nhsNumber) {
        var recorder = new Recorder(http);
        var partner = new PartnerId(provider.kind());
        var context = new PartnerContext(partner, AdapterSettings.NONE, recorder, Clock.systemUTC());
        try (var adapter = provider.open(context)) {
            var person = PersonKey.of(nhsNumber);
            LocalId localId = null;
            if (adapter instanceof Locates locates) {
                var located = locates.locate(
                                new LocateRequest(person, nhsNumber, endpoint, ACTOR, PurposeOfUse.TREAT, deadline()))
                        .block();
                if (!(located instanceof Located.Known known)) {
                    return new PersonCalls(http, recorder.taken(), List.of());
                }
                localId = known.localId();
            }
            var first = recorder.taken();
            var subject = new Subject(person, nhsNumber, localId);
            provider.profile(AdapterSettings.NONE).sections().forEach((section, window) -> {
                if (SECTIONS.contains(section)) {
                    var today = LocalDate.now(Moment.LONDON);
                    adapter.read(new SectionRequest(
                                    section,
                                    List.of(subject),
                                    window.on(today),
                                    endpoint,
                                    ACTOR,
                                    PurposeOfUse.TREAT,
                                    deadline()))
                            .blockLast();
                }
            });
            return new PersonCalls(http, first, recorder.taken());
        }
    }

    private static Deadline deadline() {
        return Deadline.in(PATIENCE);
    }

    /** Notes every call on its way. */
    private record Recorder(PartnerHttp http, List<HttpCall> calls) implements PartnerHttp {

        Recorder(PartnerHttp http) {
            this(http, new CopyOnWriteArrayList<>());
        }

        List<HttpCall> taken() {
            var taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }

        @Override
        public PartnerHttp at(Endpoint endpoint) {
            return new Recorder(http.at(endpoint), calls);
        }

        @Override
        public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
            return Mono.defer(() -> {
                calls.add(call);
                return http.send(call, deadline);
            });
        }
    }
}
