package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.AccessReason;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.person.BreakGlass;
import care.weft.spi.model.NhsNumber;
import graphql.GraphQLContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Opens a record without a relationship. */
@Controller
final class BreakGlassResolver {

    private final BreakGlass breakGlass;

    BreakGlassResolver(BreakGlass breakGlass) {
        this.breakGlass = breakGlass;
    }

    @MutationMapping
    Mono<BreakGlassPayload> breakGlass(@Argument NhsNumber nhsNumber, @Argument String reason, GraphQLContext context) {
        if (!AccessReason.isReason(reason)) {
            return Mono.just(new BreakGlassPayload(
                    null,
                    List.of(Problem.of(new BadArgument(
                            "reason", "Argument 'reason' must be 10 to 500 characters on one line.")))));
        }
        return breakGlass
                .open(Operations.of(context), nhsNumber, reason.strip())
                .map(opened -> new BreakGlassPayload(
                        new OpenedRecord(nhsNumber, opened.openedAt(), opened.until()), List.of()));
    }

    /** What came of breaking the glass. */
    record BreakGlassPayload(@Nullable OpenedRecord opened, List<Problem> problems) {}

    /** A record that is open for a limited time. */
    record OpenedRecord(NhsNumber nhsNumber, Instant openedAt, Instant until) {}
}
