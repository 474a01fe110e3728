package care.weft.gateway.graphql;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import graphql.GraphQLContext;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Answers what of {@code Caller} is not in the token. */
@Controller
@SchemaMapping(typeName = "Caller")
final class CallerResolver {

    private final AccessPolicy policy;
    private final People people;

    CallerResolver(AccessPolicy policy, People people) {
        this.policy = policy;
        this.people = people;
    }

    @SchemaMapping
    Set<Section> mayRead(CallerView view) {
        return policy.sections(view.caller());
    }

    @SchemaMapping
    Mono<Person> person(CallerView view, GraphQLContext context) {
        var self = view.caller().self();
        return self == null ? Mono.empty() : people.open(Operations.of(context), self);
    }
}
