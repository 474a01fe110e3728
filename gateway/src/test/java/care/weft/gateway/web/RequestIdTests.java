package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class RequestIdTests {

    private static final String PLAIN = "3f2b8c1e-77aa-4d0f-9a51-0c6d2be1f0aa";

    @Test
    void aPlainIdOfTheCallersIsKept() {
        assertThat(idFor(PLAIN)).isEqualTo(PLAIN);
        assertThat(idFor("checkout-ward7-000017")).isEqualTo("checkout-ward7-000017");
    }

    @Test
    void everyRequestWithoutAnIdGetsItsOwn() {
        var id = idFor(null);

        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(idFor(null)).isNotEqualTo(id);
    }

    /** They might be somebody's number. */
    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999-000-0018", "12345678", "999 000 0018"})
    void digitsAloneAreReplaced(String stated) {
        assertReplaced(stated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short-1",
                "a-letter-and-then-more-than-sixty-four-characters-in-all-00000000",
                "has_underscores",
                "has spaces in it",
                "quote\"in-the-middle",
                "${jndi:ldap://x}",
                "line-one\nline-two"
            })
    void anOddOrLongIdIsReplaced(String stated) {
        assertReplaced(stated);
    }

    private static void assertReplaced(String stated) {
        var id = idFor(stated);
        assertThat(UUID.fromString(id)).hasToString(id);
    }

    /** The id that the answer's header and the rest of the gateway see: always the same one. */
    private static String idFor(@Nullable String stated) {
        var request = MockServerHttpRequest.post("/graphql");
        if (stated != null) {
            request.header(RequestId.HEADER, stated);
        }
        var exchange = MockServerWebExchange.from(request);
        var seen = new AtomicReference<@Nullable String>();
        new RequestId()
                .filter(
                        exchange,
                        passed -> Mono.fromRunnable(
                                () -> seen.set(passed.getRequest().getHeaders().getFirst(RequestId.HEADER))))
                .block();
        var answered = exchange.getResponse().getHeaders().get(RequestId.HEADER);
        assertThat(answered).singleElement().isEqualTo(seen.get());
        return String.valueOf(seen.get());
    }
}
