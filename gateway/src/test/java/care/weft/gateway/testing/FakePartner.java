package care.weft.gateway.testing;

import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Pulse;
import care.weft.spi.AdapterProfile;
import care.weft.spi.DataSource;
import care.weft.spi.Endpoint;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PersonReply;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.SectionRequest;
import care.weft.spi.StandardWindow;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A partner that answers as told and remembers what it was asked. Surprised, it fails the test. */
public final class FakePartner implements PartnerAdapter, Locates {

    private final String id;
    private Section[] sections = Section.values();
    private LookupKey lookup = LookupKey.NHS_NUMBER;
    private DataSource source = DataSource.LIVE;
    private @Nullable String odsCode;
    private int maxPeoplePerCall = 1;
    private PresentedIdentity identity = PresentedIdentity.SERVICE;
    private Function<SectionRequest, Flux<PersonReply>> reading = request -> {
        throw new AssertionError("Nobody said what to answer to a read of " + request.section());
    };
    private Function<LocateRequest, Mono<Located>> locating = _ -> {
        throw new AssertionError("Nobody said what to answer to a look-up");
    };
    private PartnerAdapter adapter = this;
    private @Nullable Partner made;
    private final List<SectionRequest> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    private FakePartner(String id) {
        this.id = id;
    }

    public static FakePartner named(String id) {
        return new FakePartner(id);
    }

    public FakePartner offering(Section... sections) {
        this.sections = sections;
        return this;
    }

    public FakePartner askedForAtMost(int people) {
        this.maxPeoplePerCall = people;
        return this;
    }

    public FakePartner fromAnExtract() {
        this.source = DataSource.EXTRACT;
        return this;
    }

    public FakePartner seeingTheUser() {
        this.identity = PresentedIdentity.USER;
        return this;
    }

    public FakePartner ofOrganisation(String odsCode) {
        this.odsCode = odsCode;
        return this;
    }

    public FakePartner reading(Function<SectionRequest, Flux<PersonReply>> reading) {
        this.reading = reading;
        return this;
    }

    /** Needs a local id, and answers so when asked for one. */
    public FakePartner locating(Function<LocateRequest, Mono<Located>> locating) {
        this.lookup = LookupKey.LOCAL_ID;
        this.locating = locating;
        return this;
    }

    /** Is the register of people, and answers so when asked for one. */
    public FakePartner tracing(Function<LocateRequest, Mono<Traced>> tracing) {
        adapter = new Register(tracing);
        return this;
    }

    /** Is many practices, and answers so when asked where one is. */
    public FakePartner routing(Function<RouteRequest, Mono<Endpoint>> routing) {
        adapter = new Practices(routing);
        return this;
    }

    private final class Register implements PartnerAdapter, Traces {

        private final Function<LocateRequest, Mono<Traced>> tracing;

        private Register(Function<LocateRequest, Mono<Traced>> tracing) {
            this.tracing = tracing;
        }

        @Override
        public Mono<Traced> trace(LocateRequest request) {
            return Mono.defer(() -> {
                lookups.incrementAndGet();
                return tracing.apply(request);
            });
        }

        @Override
        public Flux<PersonReply> read(SectionRequest request) {
            return FakePartner.this.read(request);
        }
    }

    private final class Practices implements PartnerAdapter, Routes {

        private final Function<RouteRequest, Mono<Endpoint>> routing;

        private Practices(Function<RouteRequest, Mono<Endpoint>> routing) {
            this.routing = routing;
        }

        @Override
        public Mono<Endpoint> route(RouteRequest request) {
            return Mono.defer(() -> routing.apply(request));
        }

        @Override
        public Flux<PersonReply> read(SectionRequest request) {
            return FakePartner.this.read(request);
        }
    }

    public Partner partner() {
        var known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private Partner make() {
        return new Partner(
                new PartnerId(id),
                "The " + id,
                id,
                odsCode,
                null,
                new AdapterProfile(
                        Arrays.stream(sections)
                                .collect(Collectors.toMap(Function.identity(), _ -> StandardWindow.TWO_YEARS_BACK)),
                        lookup,
                        maxPeoplePerCall,
                        4,
                        0,
                        source,
                        identity),
                adapter,
                new Endpoint(id, URI.create("http://127.0.0.1:1/")),
                new Pulse(Clock.systemUTC()));
    }

    public List<SectionRequest> reads() {
        return reads;
    }

    public int lookups() {
        return lookups.get();
    }

    /** How many calls were cancelled before they ended. */
    public int cancelled() {
        return cancelled.get();
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.defer(() -> {
                    reads.add(request);
                    return reading.apply(request);
                })
                .doOnCancel(cancelled::incrementAndGet);
    }

    @Override
    public Mono<Located> locate(LocateRequest request) {
        return Mono.defer(() -> {
                    lookups.incrementAndGet();
                    return locating.apply(request);
                })
                .doOnCancel(cancelled::incrementAndGet);
    }
}
