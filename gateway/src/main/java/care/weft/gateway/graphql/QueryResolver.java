package care.weft.gateway.graphql;

import care.weft.gateway.fanout.Operation;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.model.NhsNumber;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the root fields. */
@Controller
final class QueryResolver {

    private final People people;
    private final Partners partners;

    QueryResolver(People people, Partners partners) {
        this.people = people;
        this.partners = partners;
    }

    @QueryMapping
    Mono<Person> person(@Argument NhsNumber nhsNumber, GraphQLContext context) {
        return people.open(Operations.of(context), nhsNumber);
    }

    @QueryMapping
    Mono<DataFetcherResult<List<@Nullable Person>>> people(
            @Argument List<NhsNumber> nhsNumbers, GraphQLContext context, DataFetchingEnvironment field) {
        if (nhsNumbers.isEmpty()) {
            return Mono.error(
                    new BadArgument("nhsNumbers", "Argument 'nhsNumbers' must hold at least one NHS number."));
        }
        if (nhsNumbers.size() > People.MAX_PER_OPERATION) {
            return Mono.error(new BadArgument(
                    "nhsNumbers",
                    ErrorCode.TOO_MANY_PEOPLE,
                    "Argument 'nhsNumbers' must hold at most " + People.MAX_PER_OPERATION + " NHS numbers."));
        }
        var operation = Operations.of(context);
        return Flux.fromIterable(nhsNumbers)
                .flatMapSequential(number -> open(operation, number), nhsNumbers.size())
                .collectList()
                .map(opened -> result(opened, field));
    }

    private Mono<Opened> open(Operation operation, NhsNumber nhsNumber) {
        return people.open(operation, nhsNumber)
                .map(person -> new Opened(person, null))
                .onErrorResume(PersonRefused.class, refused -> Mono.just(new Opened(null, refused)));
    }

    /** One of several people: refused, it is null with an error of its own and costs the others nothing. */
    private record Opened(@Nullable Person person, @Nullable PersonRefused refused) {}

    private static DataFetcherResult<List<@Nullable Person>> result(
            List<Opened> opened, DataFetchingEnvironment field) {
        var all = new ArrayList<@Nullable Person>(opened.size());
        var errors = new ArrayList<GraphQLError>();
        for (var one : opened) {
            if (one.refused() != null) {
                errors.add(GraphqlErrorBuilder.newError(field)
                        .path(field.getExecutionStepInfo().getPath().segment(all.size()))
                        .errorType(Errors.codeOf(one.refused()))
                        .message("%s", one.refused().getMessage())
                        .extensions(Errors.code(Errors.codeOf(one.refused())))
                        .build());
            }
            all.add(one.person());
        }
        return DataFetcherResult.<List<@Nullable Person>>newResult()
                .data(all)
                .errors(errors)
                .build();
    }

    @QueryMapping
    List<Partner> partners() {
        return partners.all();
    }

    @QueryMapping
    CallerView me(GraphQLContext context) {
        return new CallerView(Operations.of(context).caller());
    }
}
