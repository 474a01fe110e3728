package care.weft.gateway.graphql.section;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.AuditReaders;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AccessFilter;
import care.weft.gateway.audit.AccessHistory;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditKind;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.person.Person;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import graphql.GraphQLContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Answers who looked: to the person about their own record, and to reviewers about all. Asking is itself in the audit. */
@Controller
final class AccessResolver {

    private static final int MAX_PAGE = 100;

    private final AccessPolicy policy;
    private final AccessHistory history;
    private final AuditTrail trail;
    private final AccessViews views;

    AccessResolver(AccessPolicy policy, AccessHistory history, AuditTrail trail, AccessViews views) {
        this.policy = policy;
        this.history = history;
        this.trail = trail;
        this.views = views;
    }

    @SchemaMapping(typeName = "Person")
    Mono<Page<AccessView>> accessHistory(
            Person person,
            @Argument("first") @Nullable Integer asked,
            @Argument @Nullable String after,
            GraphQLContext context) {
        var operation = Operations.of(context);
        int first = first(asked, 20);
        if (!AuditReaders.mayReadHistory(operation.caller(), person.key())) {
            return refused(operation, "ACCESS_HISTORY_REFUSED", person.key());
        }
        var place = AccessPlace.parse(after);
        return history.of(person.key(), first, place).map(page -> {
            var visits = page.visits().stream().map(views::ofVisit).toList();
            operation.audit().record(new AuditFact.Search(person.key(), "ACCESS_HISTORY", Map.of(), visits.size()));
            return new Page<>(visits, page.more(), place != null);
        });
    }

    @QueryMapping
    Mono<Page<AccessView>> accessEvents(
            @Argument AccessFilterInput filter,
            @Argument("first") @Nullable Integer asked,
            @Argument @Nullable String after,
            GraphQLContext context) {
        var operation = Operations.of(context);
        int first = first(asked, 50);
        var person = filter.nhsNumber() == null ? null : PersonKey.of(filter.nhsNumber());
        if (!policy.may(operation.caller(), Duty.READ_AUDIT)) {
            return refused(operation, "ACCESS_EVENTS_REFUSED", person);
        }
        var place = AccessPlace.parse(after);
        // One more than is asked for tells whether there are more.
        return trail.find(filter.events(person).past(place), first + 1)
                .collectList()
                .map(found -> {
                    var events = found.subList(0, Math.min(first, found.size())).stream()
                            .map(views::ofEvent)
                            .toList();
                    operation
                            .audit()
                            .record(new AuditFact.Search(person, "ACCESS_EVENTS", filter.criteria(), events.size()));
                    return new Page<>(events, found.size() > first, place != null);
                });
    }

    // Null may be given, which is as if nothing was.
    private static int first(@Nullable Integer asked, int otherwise) {
        int first = asked == null ? otherwise : asked;
        if (first < 1 || first > MAX_PAGE) {
            throw new BadArgument("first", "Argument 'first' must be 1 to " + MAX_PAGE + ".");
        }
        return first;
    }

    private static <T> Mono<T> refused(Operation operation, String kind, @Nullable PersonKey person) {
        operation.audit().record(new AuditFact.SecurityEvent(kind, person, null));
        return Mono.error(new PersonRefused(
                PersonRefused.Reason.FORBIDDEN,
                "Who looked at a record is shown to the person themself, and to reviewers of access by accessEvents."));
    }

    /** Which events a reviewer looks for. */
    record AccessFilterInput(
            @Nullable NhsNumber nhsNumber,
            @Nullable String callerId,
            @Nullable String organisation,
            @Nullable String requestId,
            @Nullable List<AuditKind> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        AccessFilter events(@Nullable PersonKey person) {
            return new AccessFilter(
                    person,
                    callerId,
                    organisation,
                    requestId,
                    Set.copyOf(Objects.requireNonNullElse(kinds, List.of())),
                    from == null ? null : from.atStartOfDay(Moment.LONDON).toInstant(),
                    to == null
                            ? null
                            : to.plusDays(1).atStartOfDay(Moment.LONDON).toInstant(),
                    null);
        }

        /** What the audit keeps of the question; the person is kept by itself, sealed. */
        Map<String, String> criteria() {
            var criteria = new HashMap<String, String>();
            put(criteria, "callerId", callerId);
            put(criteria, "organisation", organisation);
            put(criteria, "requestId", requestId);
            put(criteria, "kinds", kinds);
            put(criteria, "from", from);
            put(criteria, "to", to);
            return criteria;
        }

        private static void put(Map<String, String> criteria, String name, @Nullable Object value) {
            if (value != null) {
                criteria.put(name, value.toString());
            }
        }
    }
}
