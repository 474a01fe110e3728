package care.weft.benchmark;

import care.weft.spi.Endpoint;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PersonReply;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks another adapter once, and gives its answers ever after. Can do what the other can. */
class MemoryAdapter implements PartnerAdapter {

    private record Read(Section section, List<Subject> subjects) {}

    private final PartnerAdapter other;
    private final Map<Read, Mono<List<PersonReply>>> replies = new ConcurrentHashMap<>();

    private MemoryAdapter(PartnerAdapter other) {
        this.other = other;
    }

    static MemoryAdapter of(PartnerAdapter other) {
        return switch (other) {
            case Locates locates -> new Locating(other, locates);
            case Traces traces -> new Tracing(other, traces);
            case Routes routes -> new Routing(other, routes);
            default -> new MemoryAdapter(other);
        };
    }

    @Override
    public final Flux<PersonReply> read(SectionRequest request) {
        return replies.computeIfAbsent(
                        new Read(request.section(), request.subjects()),
                        _ -> other.read(request).collectList().cache())
                .flatMapIterable(Function.identity());
    }

    @Override
    public final void close() {
        other.close();
    }

    private static final class Locating extends MemoryAdapter implements Locates {

        private final Locates locates;
        private final Map<PersonKey, Mono<Located>> located = new ConcurrentHashMap<>();

        Locating(PartnerAdapter other, Locates locates) {
            super(other);
            this.locates = locates;
        }

        @Override
        public Mono<Located> locate(LocateRequest request) {
            return located.computeIfAbsent(
                    request.person(), _ -> locates.locate(request).cache());
        }
    }

    private static final class Tracing extends MemoryAdapter implements Traces {

        private final Traces traces;
        private final Map<PersonKey, Mono<Traced>> traced = new ConcurrentHashMap<>();

        Tracing(PartnerAdapter other, Traces traces) {
            super(other);
            this.traces = traces;
        }

        @Override
        public Mono<Traced> trace(LocateRequest request) {
            return traced.computeIfAbsent(
                    request.person(), _ -> traces.trace(request).cache());
        }
    }

    private static final class Routing extends MemoryAdapter implements Routes {

        private record Way(String practice, Section section) {}

        private final Routes routes;
        private final Map<Way, Mono<Endpoint>> ways = new ConcurrentHashMap<>();

        Routing(PartnerAdapter other, Routes routes) {
            super(other);
            this.routes = routes;
        }

        @Override
        public Mono<Endpoint> route(RouteRequest request) {
            return ways.computeIfAbsent(
                    new Way(request.practice(), request.section()),
                    _ -> routes.route(request).cache());
        }
    }
}
