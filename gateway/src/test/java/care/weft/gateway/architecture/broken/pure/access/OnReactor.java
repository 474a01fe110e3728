package care.weft.gateway.architecture.broken.pure.access;

import care.weft.spi.model.Section;
import reactor.core.publisher.Mono;

/** A rule that waits for something. */
public record OnReactor(Mono<Section> later) {}
