package care.weft.gateway.web;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Caller;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.AuditUnavailableException;
import care.weft.gateway.graphql.ErrorCode;
import care.weft.gateway.graphql.ListsOfPeople;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.web.CallerAuthentication.CallerToken;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Organisation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The outermost interceptor: begins the operation, ends it at its deadline or when the client leaves, and commits its audit
 * before anything of it is emitted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Door implements WebGraphQlInterceptor {

    private final WebSettings settings;
    private final AuditLog auditLog;
    private final Admission admission;
    private final ListsOfPeople lists;
    private final AccessPolicy policy;

    Door(WebSettings settings, AuditLog auditLog, Admission admission, ListsOfPeople lists, AccessPolicy policy) {
        this.policy = policy;
        this.admission = admission;
        this.lists = lists;
        this.settings = settings;
        this.auditLog = auditLog;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return caller().flatMap(authenticated -> PurposeHeader.read(request)
                .map(purpose -> admission.admit(
                        lists.isAskedFor(request.getDocument()), operate(request, chain, authenticated, purpose)))
                .orElseGet(() -> Mono.just(Refusals.of(request, ErrorCode.INVALID_ARGUMENT, PurposeHeader.REMEDY))));
    }

    private Mono<WebGraphQlResponse> operate(
            WebGraphQlRequest request, Chain chain, CallerToken authenticated, PurposeOfUse purpose) {
        // From when it is let in.
        return Mono.defer(() -> begin(request, chain, authenticated, purpose));
    }

    private Mono<WebGraphQlResponse> begin(
            WebGraphQlRequest request, Chain chain, CallerToken authenticated, PurposeOfUse purpose) {
        var caller = authenticated.caller();
        var audit = AuditBatch.open(context(request, caller, purpose));
        var deadline = Deadline.in(settings.deadline());
        // Partners get most of the time: what is left is for joining their answers and making the audit durable.
        var partnersDeadline = Deadline.in(settings.deadline().multipliedBy(9).dividedBy(10));
        boolean anew = CacheControlHeader.asksAnew(request) && policy.readsAnew(caller);
        var abandon =
                Operations.begin(request, caller, authenticated.userToken(), purpose, partnersDeadline, audit, anew);
        return chain.next(request)
                .doOnCancel(abandon)
                .timeout(settings.deadline())
                .flatMap(response -> auditLog.commit(audit, deadline.left()).thenReturn(response))
                .onErrorResume(TimeoutException.class, _ -> {
                    abandon.run();
                    keep(audit);
                    return Mono.just(Refusals.of(
                            request,
                            ErrorCode.DEADLINE_EXCEEDED,
                            "The operation took too long. Ask for less, or again."));
                })
                .onErrorResume(
                        AuditUnavailableException.class,
                        _ -> Mono.just(
                                Refusals.of(
                                        request,
                                        ErrorCode.AUDIT_UNAVAILABLE,
                                        "The audit cannot be written just now, so no record may be shown. Try again in a minute.")))
                // What was denied or looked up has happened, whether anybody waits for the answer or not.
                .doOnCancel(() -> keep(audit));
    }

    /** Stores what happened so far where no time is left to wait for it, and no answer stands on it. */
    private void keep(AuditBatch audit) {
        var _ = auditLog.commit(audit, Duration.ZERO).onErrorComplete().subscribe();
    }

    private static AuditContext context(WebGraphQlRequest request, Caller caller, PurposeOfUse purpose) {
        return new AuditContext(
                Objects.requireNonNullElse(request.getHeaders().getFirst(RequestId.HEADER), request.getId()),
                caller.id(),
                caller.name(),
                caller.issuer(),
                caller.roles().stream().sorted().map(Enum::name).toList(),
                Optional.ofNullable(caller.employer())
                        .map(Organisation::odsCode)
                        .orElse(null),
                purpose.name(),
                request.getOperationName(),
                null);
    }

    /** The chain of filters lets nobody in without a token; anybody else who gets here is a defect. */
    private static Mono<CallerToken> caller() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(CallerToken.class)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("A request came in without a caller")));
    }
}
