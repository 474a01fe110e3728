package care.weft.benchmark;

import care.weft.http.CallListener;
import care.weft.http.PartnerHttpSettings;
import care.weft.http.ReactorPartnerHttp;
import care.weft.spi.Actor;
import care.weft.spi.AdapterProfile;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A partner whose adapter is asked as the gateway would ask it, so that its calls become known. Blocks; use it from one thread.
 */
final class RecordedPartner {

    private static final Actor ACTOR = new Actor("benchmark", "Benchmark", "GP", null, null);

    private final AdapterProfile profile;
    private final PartnerAdapter adapter;
    private final Endpoint endpoint;
    private final Recorder recorder;

    private RecordedPartner(AdapterProfile profile, PartnerAdapter adapter, Endpoint endpoint, Recorder recorder) {
        this.profile = profile;
        this.adapter = adapter;
        this.endpoint = endpoint;
        this.recorder = recorder;
    }

    static RecordedPartner open(PartnerAdapterProvider provider, Place place) {
        var id = provider.kind();
        var settings = place.adapterSettings(id);
        var profile = provider.profile(settings);
        var endpoint = place.endpoint(id);
        var recorder = new Recorder(ReactorPartnerHttp.open(
                // The first calls of two cold processes may take seconds; what the floor costs is measured afterwards.
                PartnerHttpSettings.of(endpoint, profile.maxConcurrentCalls(), profile.maxCallsPerSecond())
                        .withAnswerTimeout(Duration.ofSeconds(30)),
                place.wantsToken(id) ? () -> Mono.just(place.partnerToken()) : null,
                CallListener.NONE,
                Clock.systemUTC()));
        var context = new PartnerContext(new PartnerId(id), settings, recorder, Clock.systemUTC());
        return new RecordedPartner(profile, provider.open(context), endpoint, recorder);
    }

    boolean isRegister() {
        return adapter instanceof Traces;
    }

    /** What this partner, a register, says of the number. */
    Traced trace(NhsNumber number) {
        return Objects.requireNonNull(((Traces) adapter).trace(request(number)).block());
    }

    /** The calls that were made since this was last asked. */
    List<Sent> taken() {
        return recorder.taken();
    }

    /** Has the adapter read all its sections of the person. */
    PersonCalls.AtPartner read(NhsNumber number, @Nullable String practice) {
        LocalId localId = null;
        if (adapter instanceof Locates locates) {
            if (!(locates.locate(request(number)).block() instanceof Located.Known known)) {
                return new PersonCalls.AtPartner(taken(), List.of());
            }
            localId = known.localId();
        }
        var lookUp = taken();
        var subject = new Subject(PersonKey.of(number), number, localId);
        var calls = new ArrayList<Sent>();
        profile.sections().forEach((section, window) -> {
            var where = isSaidAlready(section) ? null : where(section, practice);
            // The directory's answers are kept for a day: the gateway does not ask again either.
            recorder.taken();
            if (where != null) {
                adapter.read(new SectionRequest(
                                section,
                                List.of(subject),
                                window.on(LocalDate.now(Moment.LONDON)),
                                where,
                                ACTOR,
                                PurposeOfUse.TREAT,
                                Sent.deadline()))
                        .blockLast();
                calls.addAll(taken());
            }
        });
        return new PersonCalls.AtPartner(lookUp, calls);
    }

    /** Who told who the person is, is not asked for their details. */
    private boolean isSaidAlready(Section section) {
        return section == Section.DEMOGRAPHICS && (adapter instanceof Traces || adapter instanceof Locates);
    }

    private @Nullable Endpoint where(Section section, @Nullable String practice) {
        if (!(adapter instanceof Routes routes)) {
            return endpoint;
        }
        return practice == null
                ? null
                : routes.route(new RouteRequest(practice, section, Sent.deadline()))
                        .block();
    }

    private LocateRequest request(NhsNumber number) {
        return new LocateRequest(PersonKey.of(number), number, endpoint, ACTOR, PurposeOfUse.TREAT, Sent.deadline());
    }

    /** Notes every call on its way. */
    private record Recorder(PartnerHttp http, List<Sent> calls) implements PartnerHttp {

        Recorder(PartnerHttp http) {
            this(http, new CopyOnWriteArrayList<>());
        }

        List<Sent> taken() {
            var taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }

        @Override
        public PartnerHttp at(Endpoint other) {
            return new Recorder(http.at(other), calls);
        }

        @Override
        public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
            return Mono.defer(() -> {
                calls.add(new Sent(http, call));
                return http.send(call, deadline);
            });
        }
    }
}
