package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.advice.AdviceOutcomes;
import care.weft.gateway.advice.Advising;
import care.weft.gateway.advice.GivenAdvice;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.neighbourhood.Neighbourhood;
import care.weft.gateway.neighbourhood.Neighbourhoods;
import care.weft.gateway.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has kept what is advised to those whose role assesses, so that a card is not shown twice and its outcome can be counted. */
@Component
final class KeptAdvice {

    private final AdviceOutcomes outcomes;
    private final Assessors assessors;
    private final Advising advising;
    private final Neighbourhoods neighbourhoods;
    private final PersonSeal seal;
    private final OpaqueIds ids;

    KeptAdvice(
            AdviceOutcomes outcomes,
            Assessors assessors,
            Advising advising,
            Neighbourhoods neighbourhoods,
            PersonSeal seal,
            OpaqueIds ids) {
        this.assessors = assessors;
        this.outcomes = outcomes;
        this.advising = advising;
        this.neighbourhoods = neighbourhoods;
        this.seal = seal;
        this.ids = ids;
    }

    /** Advice on its way to its reader, and what it is about. */
    record OnItsWay(AdviceView view, AssessmentIntent intent, Person person, List<SectionAnswer> answers) {}

    /** The same, each saying whether its reader was given it before. */
    Mono<List<AdviceView>> kept(List<OnItsWay> given, Caller caller) {
        if (!assessors.isOne(caller)) {
            return Mono.just(given.stream().map(OnItsWay::view).toList());
        }
        var reader = reader(caller);
        given.stream()
                .map(OnItsWay::person)
                .distinct()
                .forEach(person -> given.stream()
                        .filter(each -> each.person().equals(person))
                        .findFirst()
                        .ifPresent(this::look));
        return outcomes.give(given.stream().map(each -> given(each, reader)).toList())
                .map(earlier -> given.stream().map(each -> told(each, earlier)).toList());
    }

    private static AdviceView told(OnItsWay given, Map<String, AdviceOutcomes.Earlier> earlier) {
        return Optional.ofNullable(earlier.get(given.view().id()))
                .map(given.view()::again)
                .orElse(given.view());
    }

    private void look(OnItsWay given) {
        var person = given.person();
        outcomes.look(
                seal.pseudonym(person.key()),
                neighbourhood(person),
                advising.found(person, given.answers()),
                given.view().complete());
    }

    private GivenAdvice given(OnItsWay given, String reader) {
        return new GivenAdvice(
                given.view().id(),
                reader,
                seal.pseudonym(given.person().key()),
                neighbourhood(given.person()),
                given.intent().instrument(),
                given.intent().partner(),
                given.view().advice());
    }

    private @Nullable String neighbourhood(Person person) {
        return Optional.ofNullable(person.identified().register().practice())
                .flatMap(neighbourhoods::ofPractice)
                .map(Neighbourhood::id)
                .orElse(null);
    }

    /** A professional, by a pseudonym. */
    String reader(Caller caller) {
        return ids.saying("READER", AnnouncementPlans.callerId(caller));
    }
}
