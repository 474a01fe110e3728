package care.weft.gateway.journey;

import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.fault.NetworkFault;
import care.weft.stubs.gp.GpStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What may go wrong at any partner while the gateway runs, and the outcomes that may come of it. */
@SuppressWarnings("ImmutableEnumChecker") // functions that hold nothing, and a list that is made to be unmodifiable
enum PartnerFault {
    CONNECTION_REFUSED(network(NetworkFault.REFUSE), "UNAVAILABLE"),
    CONNECTION_HANGS(network(NetworkFault.NO_ACCEPT), "TIMED_OUT"),
    NAME_UNKNOWN(network(NetworkFault.NAME_UNKNOWN), "UNAVAILABLE"),
    NAME_SERVER_HANGS(network(NetworkFault.NAME_SLOW), "TIMED_OUT"),
    NAME_SERVER_SLOW_BUT_IN_TIME((partner, _) -> partner.slowToFind(Duration.ofMillis(100)), "ANSWERED"),
    TLS_WRONG_HOST(network(NetworkFault.CERTIFICATE_OF_ANOTHER), "UNAVAILABLE"),
    TLS_EXPIRED(network(NetworkFault.CERTIFICATE_EXPIRED), "UNAVAILABLE"),
    TLS_UNKNOWN_AUTHORITY(network(NetworkFault.CERTIFICATE_UNTRUSTED), "UNAVAILABLE"),
    TLS_HANDSHAKE_HANGS(network(NetworkFault.HANDSHAKE_HANGS), "TIMED_OUT"),
    NO_TLS(network(NetworkFault.NO_TLS), "UNAVAILABLE"),
    /** A connection whose other end is gone, and does not say so. */
    HALF_OPEN(network(NetworkFault.HANG), "TIMED_OUT"),
    HALF_CLOSED(network(NetworkFault.HALF_CLOSE), "UNAVAILABLE"),
    EMPTY_REPLY(network(NetworkFault.EMPTY), "UNAVAILABLE"),
    RESET_BEFORE_ANSWER(network(NetworkFault.RESET), "UNAVAILABLE"),
    RESET_IN_HEADERS(network(NetworkFault.RESET_IN_HEAD), "UNAVAILABLE"),
    RESET_IN_BODY(network(NetworkFault.RESET_IN_BODY), "UNAVAILABLE"),
    TRICKLED_HEADERS(network(NetworkFault.TRICKLE), "TIMED_OUT"),
    TRICKLED_BODY(network(NetworkFault.TRICKLE_BODY), "TIMED_OUT"),
    SHORTER_THAN_DECLARED(network(NetworkFault.CUT_SHORT), "UNAVAILABLE"),
    /** An answer after which more came cannot be trusted. */
    LONGER_THAN_DECLARED(network(NetworkFault.TOO_LONG), "INVALID_ANSWER", "PARTIAL", "ANSWERED"),
    BODY_OF_100_MB(network(NetworkFault.FLOOD), "INVALID_ANSWER"),
    SLOW_BUT_IN_TIME((partner, _) -> partner.delay(Duration.ofMillis(100)), "ANSWERED"),
    SLOW_99TH_PERCENTILE(network(NetworkFault.STRAGGLE), "ANSWERED", "PARTIAL", "TIMED_OUT"),
    FLAPPING(network(NetworkFault.FLAP), "ANSWERED", "PARTIAL", "UNAVAILABLE"),
    GZIP_BOMB(answer(_ -> SpoiltAnswer.gzipBomb()), "INVALID_ANSWER"),
    TWO_HUNDRED_HEADERS(answer(call -> SpoiltAnswer.withManyHeaders(call.own())), "INVALID_ANSWER"),
    BRACKETS_ALONE(answer(_ -> SpoiltAnswer.json("[".repeat(100_000))), "INVALID_ANSWER"),
    BROKEN_JSON(answer(_ -> SpoiltAnswer.json("{\"resourceType\": \"Bundle\", \"entry\": [}]}")), "INVALID_ANSWER"),
    TRUNCATED_JSON(
            answer(call -> SpoiltAnswer.json(call.own().substring(0, call.own().length() / 2))), "INVALID_ANSWER"),
    HTML(answer(_ -> SpoiltAnswer.of(200, "text/html", "<html><h1>Please sign in</h1></html>")), "INVALID_ANSWER"),
    /** No fault to us: a body is what it can be read as. */
    WRONG_CONTENT_TYPE(answer(call -> SpoiltAnswer.of(200, "text/plain", call.own())), "ANSWERED"),
    OUTCOME_ERROR(answer(_ -> SpoiltAnswer.outcome("error", "processing")), "INVALID_ANSWER"),
    /** A server's own failure; a partner that knows no outcomes has sent what cannot be read. */
    OUTCOME_EXCEPTION(answer(_ -> SpoiltAnswer.outcome("fatal", "exception")), "UNAVAILABLE", "INVALID_ANSWER"),
    /** An answer that holds nobody's records is the same for everyone. */
    ANOTHER_PERSON(answer(call -> SpoiltAnswer.json(call.another())), "INVALID_ANSWER", "NOT_LINKED", "ANSWERED"),
    DUPLICATE_ENTRIES(answer(call -> SpoiltAnswer.json(SpoiltAnswer.twice(call.own()))), "ANSWERED"),
    /** What has no pages, has no wrong ones: such a partner's link is not followed. */
    NEXT_PAGE_OF_ANOTHER_PERSON(
            answer(call -> SpoiltAnswer.followed(call.own(), call.addressOfAnother())),
            "INVALID_ANSWER",
            "NOT_LINKED",
            "PARTIAL",
            "ANSWERED"),
    NEXT_PAGE_ELSEWHERE(
            answer(call -> SpoiltAnswer.followed(call.own(), "http://127.0.0.2:9/next")),
            "INVALID_ANSWER",
            "PARTIAL",
            "ANSWERED"),
    NEXT_PAGE_IS_THIS_ONE(
            answer(call -> SpoiltAnswer.followed(call.own(), call.address())), "INVALID_ANSWER", "PARTIAL", "ANSWERED"),
    PAGES_WITHOUT_END(answer(SpoiltAnswer::endless), "INVALID_ANSWER", "NOT_LINKED", "PARTIAL", "ANSWERED"),
    TOO_MANY_REQUESTS_SECONDS(answer(_ -> SpoiltAnswer.retryAfter(429, "120")), "RATE_LIMITED"),
    TOO_MANY_REQUESTS_DATE(answer(_ -> SpoiltAnswer.retryAfter(429, "Wed, 21 Oct 2099 07:28:00 GMT")), "RATE_LIMITED"),
    TOO_MANY_REQUESTS_ABSURD(answer(_ -> SpoiltAnswer.retryAfter(429, "-99999999999999999999")), "RATE_LIMITED"),
    UNAVAILABLE_SECONDS(answer(_ -> SpoiltAnswer.retryAfter(503, "120")), "UNAVAILABLE"),
    UNAVAILABLE_DATE(answer(_ -> SpoiltAnswer.retryAfter(503, "Wed, 21 Oct 2099 07:28:00 GMT")), "UNAVAILABLE"),
    UNAVAILABLE_ABSURD(answer(_ -> SpoiltAnswer.retryAfter(503, "in a while")), "UNAVAILABLE"),
    ERROR_500(answer(_ -> Map.of("status", 500)), "UNAVAILABLE"),
    BURST_OF_500(FaultyPartner::failFirst, "ANSWERED", "PARTIAL", "UNAVAILABLE"),
    MOVED_TO_ANOTHER_HOST(
            answer(_ -> Map.of("status", 301, "headers", Map.of("Location", "http://127.0.0.2:9/"))), "INVALID_ANSWER"),
    /** A practice calls a token that is not of its time a bad request, as it would any other. */
    CLOCK_AN_HOUR_AHEAD((partner, _) -> partner.clockAhead(Duration.ofHours(1)), "INVALID_ANSWER"),
    CLOCK_AN_HOUR_BEHIND((partner, _) -> partner.clockAhead(Duration.ofHours(-1)), "INVALID_ANSWER");

    /** Which calls go wrong. */
    enum Where {
        EVERY_CALL,
        AFTER_IDENTIFICATION
    }

    private final BiConsumer<FaultyPartner, Where> beginning;
    private final List<String> outcomes;

    PartnerFault(BiConsumer<FaultyPartner, Where> beginning, String... outcomes) {
        this.beginning = beginning;
        this.outcomes = List.of(outcomes);
    }

    private static BiConsumer<FaultyPartner, Where> network(NetworkFault fault) {
        return (partner, _) -> partner.network(fault);
    }

    private static BiConsumer<FaultyPartner, Where> answer(Function<KnownCall, Map<String, ?>> response) {
        return (partner, where) -> partner.answer(where, response);
    }

    void begin(FaultyPartner partner, Where where) {
        beginning.accept(partner, where);
    }

    /**
     * Whether it is a fault there. Only practices compare a caller's time with their own: for the others, the identity provider has
     * signed it. And a register that tells of somebody else says that the number was superseded.
     */
    boolean concerns(String partner, Where where) {
        if (this == CLOCK_AN_HOUR_AHEAD || this == CLOCK_AN_HOUR_BEHIND) {
            return partner.equals(GpStub.PARTNER);
        }
        return this != ANOTHER_PERSON || where != Where.EVERY_CALL || !partner.equals(DemographicsStub.PARTNER);
    }

    /** Whether it can be made at some calls and not at others; the network knows no calls. */
    boolean ofAnswers() {
        return compareTo(GZIP_BOMB) >= 0;
    }

    /** What may come of it, for any section that the partner has answered. */
    List<String> outcomes() {
        return outcomes;
    }
}
