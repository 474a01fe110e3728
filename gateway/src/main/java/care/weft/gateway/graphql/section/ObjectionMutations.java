package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.AccessReason;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.person.Objection;
import care.weft.gateway.person.Objections;
import care.weft.spi.model.NhsNumber;
import graphql.GraphQLContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Takes down that somebody objects to their records being shared, and that they do no more. */
@Controller
final class ObjectionMutations {

    private final Objections objections;

    ObjectionMutations(Objections objections) {
        this.objections = objections;
    }

    @MutationMapping
    Mono<ObjectionPayload> recordObjection(
            @Argument NhsNumber nhsNumber, @Argument String basis, GraphQLContext context) {
        return payload(basis, stated -> objections.record(Operations.of(context), nhsNumber, stated));
    }

    @MutationMapping
    Mono<ObjectionPayload> withdrawObjection(
            @Argument NhsNumber nhsNumber, @Argument String basis, GraphQLContext context) {
        return payload(basis, stated -> objections.withdraw(Operations.of(context), nhsNumber, stated));
    }

    private static Mono<ObjectionPayload> payload(String basis, Function<String, Mono<Objection>> done) {
        return AccessReason.isReason(basis)
                ? done.apply(basis.strip())
                        .map(objection -> new ObjectionPayload(objection, List.of()))
                        .defaultIfEmpty(new ObjectionPayload(null, List.of()))
                : Mono.just(new ObjectionPayload(
                        null,
                        List.of(Problem.of(new BadArgument(
                                "basis", "Argument 'basis' must be 10 to 500 characters on one line.")))));
    }

    /** What came of it. */
    record ObjectionPayload(@Nullable Objection objection, List<Problem> problems) {}
}
