package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.Advising;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Errors;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.graphql.section.KeptAdvice.OnItsWay;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers {@code assessmentAdvice} and {@code assessmentAdvices}: opens the person, reads by the sections' loaders, asks the rules. */
@Controller
final class AdviceResolver {

    private final People people;
    private final Intents intents;
    private final Advising advising;
    private final AdviceViews views;
    private final KeptAdvice kept;

    AdviceResolver(People people, Intents intents, Advising advising, AdviceViews views, KeptAdvice kept) {
        this.kept = kept;
        this.people = people;
        this.intents = intents;
        this.advising = advising;
        this.views = views;
    }

    @QueryMapping
    Mono<AdviceView> assessmentAdvice(@Argument AssessmentIntentInput intent, DataFetchingEnvironment field) {
        var caller = Operations.of(field.getGraphQlContext()).caller();
        return open(intent, field)
                .flatMap(person -> Mono.fromFuture(advise(intent, person, field)))
                .flatMap(given -> kept.kept(List.of(given), caller))
                .map(List::getFirst);
    }

    @QueryMapping
    Mono<DataFetcherResult<List<@Nullable AdviceView>>> assessmentAdvices(
            @Argument List<AssessmentIntentInput> intents, DataFetchingEnvironment field) {
        if (intents.isEmpty() || intents.size() > People.MAX_PER_OPERATION) {
            return Mono.error(new BadArgument(
                    "intents", "Argument 'intents' must hold 1 to " + People.MAX_PER_OPERATION + " intents."));
        }
        // All are opened before the first is read, so that one batch per partner serves them all.
        return Flux.fromIterable(intents)
                .flatMapSequential(intent -> openOne(intent, field), intents.size())
                .collectList()
                .flatMap(opened -> adviseAll(opened, field));
    }

    private Mono<Person> open(AssessmentIntentInput intent, DataFetchingEnvironment field) {
        return Mono.defer(() -> {
            var operation = Operations.of(field.getGraphQlContext());
            intents.check(intent, operation.caller());
            return people.open(operation, intent.nhsNumber());
        });
    }

    private Mono<Opened> openOne(AssessmentIntentInput intent, DataFetchingEnvironment field) {
        return open(intent, field)
                .map(person -> new Opened(intent, person, null))
                .onErrorResume(Errors::isOfOne, why -> Mono.just(new Opened(intent, null, why)));
    }

    /** One of several intents: refused, it is null with an error of its own and costs the others nothing. */
    private record Opened(
            AssessmentIntentInput intent,
            @Nullable Person person,
            @Nullable Throwable refused) {}

    private CompletableFuture<OnItsWay> advise(
            AssessmentIntentInput asked, Person person, DataFetchingEnvironment field) {
        var operation = Operations.of(field.getGraphQlContext());
        var intent = intents.of(asked, operation.caller(), person);
        return SectionLoaders.load(field, Advising.SECTIONS, person.key())
                .thenCombine(SectionLoaders.loadAnnounced(field, person.key()), (answers, announced) -> {
                    var advised = advising.advise(intent, person, answers, announced.shown(answers.getFirst()));
                    var view = views.of(intents.instrument(asked), person, intent, advised);
                    operation.audit().record(GivenAdvice.of(person, intent, view));
                    return new OnItsWay(view, intent, person, answers);
                });
    }

    private Mono<DataFetcherResult<List<@Nullable AdviceView>>> adviseAll(
            List<Opened> all, DataFetchingEnvironment field) {
        var caller = Operations.of(field.getGraphQlContext()).caller();
        var advised = all.stream().map(one -> advise(one, field)).toList();
        return Flux.fromIterable(advised)
                .flatMapSequential(one -> one, advised.size())
                .collectList()
                .flatMap(given -> kept.kept(
                                given.stream().flatMap(Optional::stream).toList(), caller)
                        .map(views -> result(all, views, field)));
    }

    private Mono<Optional<OnItsWay>> advise(Opened one, DataFetchingEnvironment field) {
        return one.person() == null
                ? Mono.just(Optional.empty())
                : Mono.fromFuture(advise(one.intent(), one.person(), field)).map(Optional::of);
    }

    /** @param given those of the people who were opened, in their order */
    private static DataFetcherResult<List<@Nullable AdviceView>> result(
            List<Opened> all, List<AdviceView> given, DataFetchingEnvironment field) {
        var advices = new ArrayList<@Nullable AdviceView>(all.size());
        var errors = new ArrayList<GraphQLError>();
        var next = given.iterator();
        for (var one : all) {
            if (one.refused() != null) {
                errors.add(Errors.ofOne(advices.size(), field, one.refused()));
            }
            advices.add(one.person() == null ? null : next.next());
        }
        return DataFetcherResult.<List<@Nullable AdviceView>>newResult()
                .data(advices)
                .errors(errors)
                .build();
    }
}
