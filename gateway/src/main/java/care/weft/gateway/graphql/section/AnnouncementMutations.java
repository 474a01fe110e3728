package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AdviceStoreUnavailableException;
import care.weft.gateway.advice.Advising;
import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.AnnouncementState;
import care.weft.gateway.advice.Announcements;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.advice.KeyUsedException;
import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.Announcement;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.graphql.section.AnnouncementView.AnnouncementPayload;
import care.weft.gateway.graphql.section.KeptAdvice.OnItsWay;
import care.weft.gateway.graphql.section.Problem.ProblemCode;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.spi.model.PersonKey;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/**
 * Announces assessments, and takes announcements back. Access is decided and the audit durable before anything is written: there
 * is no announcement without its fact.
 */
@Controller
final class AnnouncementMutations {

    private final People people;
    private final Assessors assessors;
    private final Intents intents;
    private final AnnouncementPlans plans;
    private final Announcements announcements;
    private final AnnouncementSource source;
    private final AnnouncementViews views;
    private final Advising advising;
    private final AdviceViews adviceViews;
    private final KeptAdvice kept;
    private final PersonSeal seal;
    private final AuditLog auditLog;

    AnnouncementMutations(
            People people,
            Assessors assessors,
            Intents intents,
            AnnouncementPlans plans,
            Announcements announcements,
            AnnouncementSource source,
            AnnouncementViews views,
            Advising advising,
            AdviceViews adviceViews,
            KeptAdvice kept,
            PersonSeal seal,
            AuditLog auditLog) {
        this.people = people;
        this.assessors = assessors;
        this.intents = intents;
        this.plans = plans;
        this.announcements = announcements;
        this.source = source;
        this.views = views;
        this.advising = advising;
        this.adviceViews = adviceViews;
        this.kept = kept;
        this.seal = seal;
        this.auditLog = auditLog;
    }

    @MutationMapping
    Mono<AnnouncementPayload> announceAssessment(
            @Argument AssessmentIntentInput intent,
            @Argument AnnouncementPlanInput plan,
            DataFetchingEnvironment field) {
        var operation = Operations.of(field.getGraphQlContext());
        AssessmentIntentInput asked;
        try {
            asked = plans.check(intent, plan, operation.caller());
        } catch (BadArgument bad) {
            return Mono.just(AnnouncementPayload.refused(Problem.of(bad)));
        }
        if (!assessors.isOne(operation.caller())) {
            return Mono.error(Assessors.refused(operation, PersonKey.of(intent.nhsNumber())));
        }
        return people.open(operation, intent.nhsNumber())
                .flatMap(person -> Mono.fromFuture(SectionLoaders.load(field, Advising.SECTIONS, person.key()))
                        .flatMap(answers -> announce(asked, plan, person, answers, operation)));
    }

    private Mono<AnnouncementPayload> announce(
            AssessmentIntentInput asked,
            AnnouncementPlanInput plan,
            Person person,
            List<SectionAnswer> answers,
            Operation operation) {
        if (!AnnouncementSource.mayBeSeen(answers.getFirst())) {
            return Mono.error(Assessors.refused(operation, person.key()));
        }
        if (!Advising.isEstablished(person)) {
            return Mono.just(AnnouncementPayload.refused(Problem.of(
                    ProblemCode.IDENTITY_NOT_CONFIRMED,
                    "The register does not have this NHS number, or withdrew it: check the number.")));
        }
        var before = advice(asked, person, answers, Optional.empty(), List.of(), operation)
                .view();
        if (before.decision() == AdviceDecision.STOP) {
            return Mono.just(new AnnouncementPayload(
                    null,
                    List.of(),
                    before,
                    List.of(Problem.of(
                            ProblemCode.PERSON_DIED, "The person's death is recorded. Nothing was announced."))));
        }
        var announced = plans.of(asked, plan, operation.caller(), person);
        return audited(operation, person.key(), "ASSESSMENT_ANNOUNCED", announced.id())
                .then(Mono.defer(() -> announcements.announce(announced)))
                .flatMap(kept -> beside(kept, asked, person, answers, operation))
                .onErrorResume(
                        KeyUsedException.class,
                        _ -> Mono.just(AnnouncementPayload.refused(new Problem(
                                ProblemCode.KEY_USED,
                                "Argument 'plan.key' was used for another announcement: choose a new one for each.",
                                "plan.key"))));
    }

    /** What else is announced is read after the own is durable: see {@link Announcements#announce}. */
    private Mono<AnnouncementPayload> beside(
            AssessmentAnnouncement own,
            AssessmentIntentInput asked,
            Person person,
            List<SectionAnswer> answers,
            Operation operation) {
        return announcements
                .open(Set.of(own.person()))
                .flatMap(open ->
                        beside(own, open.getOrDefault(own.person(), List.of()), asked, person, answers, operation))
                .onErrorResume(
                        AdviceStoreUnavailableException.class,
                        _ -> Mono.defer(() -> alone(own, asked, person, answers, operation)));
    }

    private Mono<AnnouncementPayload> beside(
            AssessmentAnnouncement own,
            List<AssessmentAnnouncement> open,
            AssessmentIntentInput asked,
            Person person,
            List<SectionAnswer> answers,
            Operation operation) {
        var shown = source.shown(answers.getFirst(), open);
        operation.audit().record(Announced.disclosure(person.key(), shown));
        var told = new ArrayList<>(answers);
        told.set(0, source.with(answers.getFirst(), shown));
        var subject = Intents.subject(asked, intents.instrument(asked));
        var others = shown.stream()
                .filter(each -> !each.id().equals(own.id()) && each.isOf(intents.instrument(asked), subject))
                .toList();
        return kept.kept(List.of(advice(asked, person, told, Optional.of(own), shown, operation)), operation.caller())
                .map(advice -> new AnnouncementPayload(
                        views.of(own, operation.caller()),
                        views.all(others, operation.caller()),
                        advice.getFirst(),
                        List.of()));
    }

    /** It must never look as if nobody else had announced anything. */
    private Mono<AnnouncementPayload> alone(
            AssessmentAnnouncement own,
            AssessmentIntentInput asked,
            Person person,
            List<SectionAnswer> answers,
            Operation operation) {
        var told = new ArrayList<>(answers);
        told.set(0, source.unread(answers.getFirst()));
        return kept.kept(
                        List.of(advice(asked, person, told, Optional.of(own), List.of(), operation)),
                        operation.caller())
                .map(advice -> new AnnouncementPayload(
                        views.of(own, operation.caller()),
                        List.of(),
                        advice.getFirst(),
                        List.of(Problem.of(
                                ProblemCode.OTHERS_NOT_KNOWN,
                                "Your announcement is kept, but it could not be read who else announced one: send it"
                                        + " again with the same key."))));
    }

    private OnItsWay advice(
            AssessmentIntentInput asked,
            Person person,
            List<SectionAnswer> answers,
            Optional<AssessmentAnnouncement> own,
            List<AssessmentAnnouncement> shown,
            Operation operation) {
        var intent = intents.of(
                asked,
                operation.caller(),
                person,
                own.map(each -> new Announcement(each.at(), each.id())).orElse(null));
        var view = adviceViews.of(
                intents.instrument(asked), person, intent, advising.advise(intent, person, answers, shown));
        operation.audit().record(GivenAdvice.of(person, intent, view));
        return new OnItsWay(view, intent, person, answers);
    }

    @MutationMapping
    Mono<AnnouncementPayload> withdrawAnnouncement(
            @Argument String id, @Argument String reason, DataFetchingEnvironment field) {
        var operation = Operations.of(field.getGraphQlContext());
        try {
            AnnouncementPlans.line(reason, AnnouncementPlans.LONGEST_REASON, "reason");
        } catch (BadArgument bad) {
            return Mono.just(AnnouncementPayload.refused(Problem.of(bad)));
        }
        return announcements
                .find(id)
                .filter(found -> isOwn(found, operation))
                .flatMap(found -> withdraw(found, reason, operation))
                .switchIfEmpty(Mono.fromSupplier(() -> AnnouncementPayload.refused(Problem.of(
                        ProblemCode.NOT_FOUND,
                        "Neither you nor your organisation has an announcement with this id."))));
    }

    /** Whoever made it, and colleagues whose role assesses: somebody may be ill. */
    private boolean isOwn(AssessmentAnnouncement found, Operation operation) {
        var caller = operation.caller();
        return found.isBy(AnnouncementPlans.callerId(caller))
                || (assessors.isOne(caller)
                        && caller.actsFor().stream()
                                .anyMatch(each -> each.odsCode() != null && found.isOfOrganisation(each.odsCode())));
    }

    private Mono<AnnouncementPayload> withdraw(AssessmentAnnouncement found, String reason, Operation operation) {
        var state = views.of(found, operation.caller()).state();
        if (state == AnnouncementState.WITHDRAWN) {
            return Mono.just(payload(found, List.of(), operation));
        }
        if (state != AnnouncementState.OPEN) {
            return Mono.just(payload(
                    found,
                    List.of(Problem.of(
                            ProblemCode.NOT_OPEN, "It was done, or its time has passed: nothing to withdraw.")),
                    operation));
        }
        return audited(operation, seal.open(found.person()), "ANNOUNCEMENT_WITHDRAWN", found.id())
                .then(Mono.defer(() -> announcements.withdraw(found.id(), reason)))
                .map(withdrawn -> payload(withdrawn, List.of(), operation));
    }

    private AnnouncementPayload payload(
            AssessmentAnnouncement announcement, List<Problem> problems, Operation operation) {
        return new AnnouncementPayload(views.of(announcement, operation.caller()), List.of(), null, problems);
    }

    private Mono<Void> audited(Operation operation, PersonKey person, String action, String id) {
        return Mono.defer(() -> {
            operation.audit().record(new AuditFact.Written(person, action, id));
            return auditLog.commit(operation.audit(), operation.deadline().left());
        });
    }
}
