package care.weft.benchmark;

import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks another adapter once, and gives its answers ever after. */
final class MemoryAdapter implements PartnerAdapter, Locates {

    private record Read(Section section, List<Subject> subjects) {}

    private final PartnerAdapter other;
    private final Map<PersonKey, Mono<Located>> located = new ConcurrentHashMap<>();
    private final Map<Read, Mono<List<PersonReply>>> replies = new ConcurrentHashMap<>();

    MemoryAdapter(PartnerAdapter other) {
        this.other = other;
    }

    @Override
    public Mono<Located> locate(LocateRequest request) {
        return located.computeIfAbsent(
                request.person(),
                _ -> other instanceof Locates locates
                        ? locates.locate(request).cache()
                        : Mono.error(new IllegalStateException("The other adapter looks nobody up")));
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return replies.computeIfAbsent(
                        new Read(request.section(), request.subjects()),
                        _ -> other.read(request).collectList().cache())
                .flatMapIterable(Function.identity());
    }

    @Override
    public void close() {
        other.close();
    }
}
