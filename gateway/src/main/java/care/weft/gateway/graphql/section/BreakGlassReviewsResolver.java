package care.weft.gateway.graphql.section;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.graphql.AccessReason;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.NotYourDuty;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.graphql.section.Problem.ProblemCode;
import care.weft.gateway.person.BreakGlassReviews;
import care.weft.gateway.person.BreakGlassReviews.Reviewed;
import care.weft.gateway.person.ReviewOutcome;
import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Lists what was opened without a relationship, and takes down what reviewers make of it. */
@Controller
final class BreakGlassReviewsResolver {

    private final BreakGlassReviews reviews;
    private final AccessPolicy policy;

    BreakGlassReviewsResolver(BreakGlassReviews reviews, AccessPolicy policy) {
        this.reviews = reviews;
        this.policy = policy;
    }

    @QueryMapping
    Mono<Page<BreakGlassReview>> breakGlassReviews(
            @Argument boolean openOnly, @Argument int first, @Argument @Nullable String after, GraphQLContext context) {
        var operation = Operations.of(context);
        if (mayNotReview(operation)) {
            return Mono.error(new NotYourDuty("Only who reviews how access was used may see this list."));
        }
        if (first < 1 || first > ListArguments.MAX_PAGE) {
            return Mono.error(
                    new BadArgument("first", "Argument 'first' must be 1 to " + ListArguments.MAX_PAGE + "."));
        }
        // One more than asked tells whether there is more.
        return reviews.toReview(after == null ? Long.MAX_VALUE : before(after), first + 1, openOnly)
                .map(BreakGlassReview::new)
                .collectList()
                .doOnNext(rows -> operation
                        .audit()
                        .record(new AuditFact.Search(
                                null, "BREAK_GLASS_REVIEWS", Map.of(), Math.min(first, rows.size()))))
                .map(rows ->
                        new Page<>(rows.subList(0, Math.min(first, rows.size())), rows.size() > first, after != null));
    }

    private static long before(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw new BadArgument("after", "Argument 'after' must be the endCursor of the page before.");
        }
        return Long.parseLong(after);
    }

    @MutationMapping
    Mono<BreakGlassReviewPayload> reviewBreakGlass(
            @Argument String id, @Argument ReviewOutcome outcome, @Argument String note, GraphQLContext context) {
        var operation = Operations.of(context);
        if (mayNotReview(operation)) {
            return Mono.error(new NotYourDuty("Only who reviews how access was used may say what came of it."));
        }
        if (!AccessReason.isReason(note)) {
            return Mono.just(BreakGlassReviewPayload.refused(
                    Problem.of(new BadArgument("note", "Argument 'note' must be 10 to 500 characters on one line."))));
        }
        return reviews.review(operation, id, outcome, note.strip()).flatMap(reviewed -> switch (reviewed) {
            case Reviewed.Kept(var opening) ->
                Mono.just(new BreakGlassReviewPayload(new BreakGlassReview(opening), List.of()));
            case Reviewed.NotFound() ->
                Mono.just(BreakGlassReviewPayload.refused(
                        Problem.of(ProblemCode.NOT_FOUND, "No opening with this id is to be reviewed.")));
            case Reviewed.Closed() ->
                Mono.just(BreakGlassReviewPayload.refused(Problem.of(
                        ProblemCode.NOT_OPEN,
                        "This review was closed before, with another finding: ask for it with openOnly: false.")));
            case Reviewed.Own() ->
                Mono.error(new NotYourDuty("You opened this record yourself: another reviewer must look at it."));
        });
    }

    private boolean mayNotReview(Operation operation) {
        if (policy.may(operation.caller(), Duty.REVIEW_BREAK_GLASS)) {
            return false;
        }
        operation.audit().record(new AuditFact.SecurityEvent("BREAK_GLASS_REVIEWS_REFUSED", null, null));
        return true;
    }

    /** What came of reviewing. */
    record BreakGlassReviewPayload(@Nullable BreakGlassReview review, List<Problem> problems) {

        static BreakGlassReviewPayload refused(Problem problem) {
            return new BreakGlassReviewPayload(null, List.of(problem));
        }
    }
}
