package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AdviceOutcome;
import care.weft.gateway.advice.AdviceOutcomes;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.graphql.section.Problem.ProblemCode;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Takes down what a reader made of advice. */
@Controller
final class AdviceOutcomeMutations {

    private final AdviceOutcomes outcomes;
    private final KeptAdvice kept;
    private final AuditLog auditLog;

    AdviceOutcomeMutations(AdviceOutcomes outcomes, KeptAdvice kept, AuditLog auditLog) {
        this.outcomes = outcomes;
        this.kept = kept;
        this.auditLog = auditLog;
    }

    @MutationMapping
    Mono<AdviceOutcomePayload> recordAdviceOutcome(
            @Argument String adviceId,
            @Argument AdviceOutcome outcome,
            @Argument @Nullable String reason,
            DataFetchingEnvironment field) {
        var operation = Operations.of(field.getGraphQlContext());
        try {
            AnnouncementPlans.line(reason, AnnouncementPlans.LONGEST_REASON, "reason");
            AnnouncementPlans.line(adviceId, AnnouncementPlans.LONGEST_KEY, "adviceId");
            if (outcome == AdviceOutcome.OVERRIDDEN && reason == null) {
                throw new BadArgument("reason", "Argument 'reason' must say why the advice was overridden.");
            }
        } catch (BadArgument bad) {
            return Mono.just(AdviceOutcomePayload.refused(Problem.of(bad)));
        }
        operation.audit().record(new AuditFact.Written(null, "ADVICE_" + outcome, adviceId));
        return auditLog.commit(operation.audit(), operation.deadline().left())
                .then(Mono.defer(() -> outcomes.record(adviceId, kept.reader(operation.caller()), outcome, reason)))
                .map(at -> new AdviceOutcomePayload(new RecordedOutcome(adviceId, outcome, at), List.of()))
                .switchIfEmpty(Mono.fromSupplier(() -> AdviceOutcomePayload.refused(Problem.of(
                        ProblemCode.NOT_FOUND,
                        "You were given no advice with this id, or it was not kept: ask for the advice again."))));
    }

    /** What came of recording. */
    record AdviceOutcomePayload(@Nullable RecordedOutcome recorded, List<Problem> problems) {

        static AdviceOutcomePayload refused(Problem problem) {
            return new AdviceOutcomePayload(null, List.of(problem));
        }
    }

    /** An outcome as it is kept. */
    record RecordedOutcome(String adviceId, AdviceOutcome outcome, Instant at) {}
}
