package care.weft.gateway.graphql;

import care.weft.gateway.fanout.Operation;
import care.weft.gateway.neighbourhood.Neighbourhood;
import care.weft.gateway.neighbourhood.Neighbourhoods;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.LookupKey;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import graphql.GraphQLContext;
import graphql.GraphQLError;
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

    private static final int MAX_LOCAL_ID = 128;

    private final People people;
    private final Partners partners;
    private final Neighbourhoods neighbourhoods;

    QueryResolver(People people, Partners partners, Neighbourhoods neighbourhoods) {
        this.people = people;
        this.partners = partners;
        this.neighbourhoods = neighbourhoods;
    }

    @QueryMapping
    Mono<Person> person(@Argument NhsNumber nhsNumber, GraphQLContext context) {
        return people.open(Operations.of(context), nhsNumber);
    }

    @QueryMapping
    Mono<Person> personByRecord(@Argument String partner, @Argument String localId, GraphQLContext context) {
        var able = partners.all().stream()
                .filter(each -> each.profile().lookup() == LookupKey.LOCAL_ID)
                .toList();
        var asked =
                able.stream().filter(each -> each.id().value().equals(partner)).findFirst();
        if (asked.isEmpty()) {
            return Mono.error(new BadArgument(
                    "partner",
                    "Argument 'partner' must be a partner that has records under an id of its own: "
                            + String.join(
                                    ", ",
                                    able.stream().map(each -> each.id().value()).toList())
                            + "."));
        }
        if (localId.isBlank() || localId.length() > MAX_LOCAL_ID) {
            return Mono.error(new BadArgument(
                    "localId",
                    "Argument 'localId' must be the partner's own id of the person: 1 to " + MAX_LOCAL_ID
                            + " characters."));
        }
        return people.open(Operations.of(context), asked.get(), new LocalId(localId.strip()));
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
                errors.add(Errors.ofOne(all.size(), field, one.refused()));
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
    List<Neighbourhood> neighbourhoods() {
        return neighbourhoods.all();
    }

    @QueryMapping
    @Nullable
    Neighbourhood neighbourhood(@Argument String id) {
        return neighbourhoods.find(id).orElse(null);
    }

    @QueryMapping
    CallerView me(GraphQLContext context) {
        return new CallerView(Operations.of(context).caller());
    }
}
