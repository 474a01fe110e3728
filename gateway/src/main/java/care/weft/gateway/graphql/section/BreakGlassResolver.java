package care.weft.gateway.graphql.section;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.graphql.AccessReason;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.NotYourDuty;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.person.BreakGlass;
import care.weft.gateway.person.ExceptionalAccess;
import care.weft.gateway.person.Opening;
import care.weft.spi.model.NhsNumber;
import graphql.GraphQLContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Opens a record without a relationship, and lists what was opened so. */
@Controller
final class BreakGlassResolver {

    private static final String NHS = "nhs:";

    private final BreakGlass breakGlass;
    private final AccessPolicy policy;

    BreakGlassResolver(BreakGlass breakGlass, AccessPolicy policy) {
        this.breakGlass = breakGlass;
        this.policy = policy;
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

    @QueryMapping
    Mono<ReviewList> breakGlassReviews(@Argument int first, @Argument @Nullable String after, GraphQLContext context) {
        var operation = Operations.of(context);
        if (!policy.may(operation.caller(), Duty.REVIEW_BREAK_GLASS)) {
            operation.audit().record(new AuditFact.SecurityEvent("BREAK_GLASS_REVIEWS_REFUSED", null, null));
            return Mono.error(new NotYourDuty("Only who reviews how access was used may see this list."));
        }
        if (first < 1 || first > ListArguments.MAX_PAGE) {
            return Mono.error(
                    new BadArgument("first", "Argument 'first' must be 1 to " + ListArguments.MAX_PAGE + "."));
        }
        // One more than asked tells whether there is more.
        return breakGlass
                .toReview(after == null ? Long.MAX_VALUE : before(after), first + 1)
                .collectList()
                .doOnNext(rows -> operation
                        .audit()
                        .record(new AuditFact.Search(
                                null, "BREAK_GLASS_REVIEWS", Map.of(), Math.min(first, rows.size()))))
                .map(rows -> new ReviewList(
                        rows.stream()
                                .limit(first)
                                .map(BreakGlassResolver::review)
                                .toList(),
                        rows.size() > first,
                        after != null));
    }

    private static long before(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw new BadArgument("after", "Argument 'after' must be the endCursor of the page before.");
        }
        return Long.parseLong(after);
    }

    private static BreakGlassReview review(Opening opening) {
        var key = opening.person().value();
        return new BreakGlassReview(
                opening.id(),
                String.valueOf(opening.place()),
                opening.kind(),
                key.startsWith(NHS)
                        ? NhsNumber.parse(key.substring(NHS.length())).orElse(null)
                        : null,
                opening.openedBy(),
                opening.roles(),
                opening.organisation(),
                opening.reason(),
                opening.openedAt(),
                opening.until());
    }

    /** What came of breaking the glass. */
    record BreakGlassPayload(@Nullable OpenedRecord opened, List<Problem> problems) {}

    /** A record that is open for a limited time. */
    record OpenedRecord(NhsNumber nhsNumber, Instant openedAt, Instant until) {}

    /** One opening to be looked at. */
    record BreakGlassReview(
            String id,
            String cursor,
            ExceptionalAccess kind,
            @Nullable NhsNumber nhsNumber,
            String openedBy,
            List<CallerRole> roles,
            @Nullable String organisationCode,
            String reason,
            Instant openedAt,
            Instant until) {}

    /** A page of them. */
    record ReviewList(List<BreakGlassReview> nodes, boolean hasNextPage, boolean hasPreviousPage) {

        public List<ReviewEdge> edges() {
            return nodes.stream().map(ReviewEdge::new).toList();
        }

        public PageInfo pageInfo() {
            return nodes.isEmpty()
                    ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                    : new PageInfo(
                            hasNextPage,
                            hasPreviousPage,
                            nodes.getFirst().cursor(),
                            nodes.getLast().cursor());
        }
    }

    /** One of them. */
    record ReviewEdge(BreakGlassReview node) {

        public String cursor() {
            return node.cursor();
        }
    }
}
