package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The body of a request that is refused. */
class UnreadBodyTests {

    @Test
    void whoeverAnnouncesABodyAndSendsNoneIsWaitedForOneSecond() {
        StepVerifier.withVirtualTime(() ->
                        UnreadBody.letBy(MockServerHttpRequest.post("/graphql").body(Flux.<DataBuffer>never())))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(999))
                .thenAwait(Duration.ofMillis(1))
                .verifyComplete();
    }

    @Test
    void aClientThatLeavesIsNoted() {
        StepVerifier.create(UnreadBody.letBy(
                        MockServerHttpRequest.post("/graphql").body(Flux.error(new IllegalStateException("left")))))
                .verifyError(IllegalStateException.class);
    }

    @Test
    void whatIsLongOrOfUnknownLengthIsNotWaitedFor() {
        assertThat(UnreadBody.isShort(MockServerHttpRequest.post("/graphql")
                        .contentLength(1000)
                        .build()))
                .isTrue();
        assertThat(UnreadBody.isShort(MockServerHttpRequest.post("/graphql")
                        .contentLength(1_000_000)
                        .build()))
                .isFalse();
        assertThat(UnreadBody.isShort(MockServerHttpRequest.post("/graphql").build()))
                .isFalse();
    }
}
