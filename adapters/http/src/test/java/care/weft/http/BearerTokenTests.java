package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.assertIs;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.ScriptedPartner.header;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BearerTokenTests {

    private static final HttpCall CALL = HttpCall.get("Patient");

    @Test
    void theTokenIsPresentedInPlaceOfWhateverTheAdapterSays() throws Exception {
        try (var partner = wanting("good");
                var http = client(partner, () -> Mono.just("good"))) {
            assertThat(reply(http, CALL.header("authorization", "Bearer own")).status())
                    .isEqualTo(200);
            assertThat(partner.requests().getFirst()).doesNotContain("own");
        }
    }

    @Test
    void aTokenRefusedIsRenewedOnce() throws Exception {
        try (var partner = wanting("fresh");
                var http = client(partner, renewed("stale", "fresh"))) {
            assertThat(reply(http, HttpCall.post("$read", "text/plain", new byte[] {'x'}))
                            .status())
                    .isEqualTo(200);
            assertThat(partner.requests())
                    .extracting(request -> header(request, "Authorization"))
                    .containsExactly("Bearer stale", "Bearer fresh");
        }
    }

    @Test
    void aFreshTokenRefusedTooIsTheAnswer() throws Exception {
        try (var partner = wanting("another");
                var http = client(partner, renewed("stale", "fresh"))) {
            assertThat(reply(http, CALL).status()).isEqualTo(401);
            assertThat(partner.requests()).hasSize(2);
        }
    }

    @Test
    void aSourceThatCannotRenewLeavesThe401() throws Exception {
        try (var partner = wanting("another");
                var http = client(partner, () -> Mono.just("only"))) {
            assertThat(reply(http, CALL).status()).isEqualTo(401);
            assertThat(partner.requests()).hasSize(1);
        }
    }

    @Test
    void withoutATokenNothingIsSent() throws Exception {
        try (var partner = wanting("any");
                var none = client(partner, Mono::empty);
                var failing = client(partner, () -> Mono.error(new IllegalStateException("secret")));
                var refused = client(partner, () -> Mono.error(new PartnerException(Fault.REFUSED, "token refused")))) {
            assertThat(failure(none, CALL)).hasMessage("no token");
            assertThat(failure(failing, CALL)).hasMessageNotContaining("secret");
            assertThat(failure(refused, CALL)).hasMessage("token refused");
            assertThat(partner.connections()).isZero();
        }
    }

    /** The issuer is no part of the partner: whoever counts the partner's failures is to know. */
    @Test
    void withoutATokenThePartnerIsNotAsked() throws Exception {
        try (var partner = wanting("any");
                var without = client(partner, () -> Mono.error(new PartnerException(Fault.UNAVAILABLE, "no token")))) {
            var failure = failure(without, CALL);
            assertIs(failure, Fault.UNAVAILABLE, "no token");
            assertThat(failure.asked()).isFalse();
        }
        try (var partner = wanting("another");
                var with = client(partner, () -> Mono.just("any"))) {
            assertThat(reply(with, CALL).status()).isEqualTo(401);
        }
    }

    @Test
    void norIsItToBlameWhereNoFreshOneIsGiven() throws Exception {
        var source = new BearerToken() {
            @Override
            public Mono<String> token() {
                return Mono.just("old");
            }

            @Override
            public Mono<String> instead(String refused) {
                return Mono.error(new PartnerException(Fault.UNAVAILABLE, "no token"));
            }
        };
        try (var partner = wanting("new");
                var http = client(partner, source)) {
            var failure = failure(http, CALL);
            assertIs(failure, Fault.UNAVAILABLE, "no token");
            assertThat(failure.asked()).isFalse();
        }
    }

    @Test
    void waitingForATokenEndsWithTheDeadline() throws Exception {
        try (var partner = wanting("any");
                var http = client(partner, Mono::never)) {
            assertThat(failure(http, CALL, in(100)).fault()).isEqualTo(Fault.TIMED_OUT);
        }
    }

    private static ReactorPartnerHttp client(ScriptedPartner partner, BearerToken token) {
        return ReactorPartnerHttp.open(settings(partner.endpoint()), token, CallListener.NONE, CLOCK);
    }

    private static BearerToken renewed(String first, String other) {
        return new BearerToken() {
            @Override
            public Mono<String> token() {
                return Mono.just(first);
            }

            @Override
            public Mono<String> instead(String refused) {
                assertThat(refused).isEqualTo(first);
                return Mono.just(other);
            }
        };
    }

    private static ScriptedPartner wanting(String token) throws Exception {
        return playing(talk -> {
            for (var request = talk.request(); request != null; request = talk.request()) {
                var status = Objects.equals(header(request, "Authorization"), "Bearer " + token) ? 200 : 401;
                talk.send("HTTP/1.1 " + status + " So\r\nContent-Length: 0\r\n\r\n");
            }
        });
    }
}
