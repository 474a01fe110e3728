package care.weft.fhir;

import static care.weft.fhir.Fixtures.appointment;
import static care.weft.fhir.Fixtures.match;
import static care.weft.fhir.Fixtures.outcome;
import static care.weft.fhir.Fixtures.searchset;
import static care.weft.fhir.Fixtures.searchsetWithNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpCall.Parameter;
import care.weft.spi.PartnerException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FhirClientTests {

    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(5));
    private static final String FIRST = "Appointment?patient=1";
    private static final String SECOND = "https://trust.example/fhir?page=2";
    private static final String THIRD = "https://trust.example/fhir?page=3";

    private final FakePartner partner = new FakePartner();

    @Test
    void nothingIsAskedBeforeSubscription() {
        partner.answering(FIRST, searchset());

        var search = client().search("Appointment", call(), DEADLINE);
        assertThat(partner.calls).isEmpty();

        search.block();
        search.block();
        assertThat(partner.calls).hasSize(2);
    }

    @Test
    void nextLinksAreFollowedToTheEnd() {
        partner.answering(FIRST, searchsetWithNext(SECOND, match(appointment("1"))))
                .answering(SECOND, searchsetWithNext(THIRD, match(appointment("2"))))
                .answering(THIRD, searchset(match(appointment("3"))));

        var bundle = search();

        assertThat(bundle.matches()).extracting(Resource::id).containsExactly("1", "2", "3");
        assertThat(bundle.rejections()).isEmpty();
        assertThat(bundle.truncated()).isFalse();
    }

    @Test
    void everyPageIsAskedWithTheHeadersOfTheFirst() {
        partner.answering("$op", searchsetWithNext(SECOND)).answering(SECOND, searchset());
        var call = HttpCall.post("$op", "application/fhir+json", "{}".getBytes(StandardCharsets.UTF_8))
                .header("Ssp-From", "200000000359");

        client().search("Appointment", call, DEADLINE).block();

        assertThat(partner.calls).extracting(HttpCall::method).containsExactly("POST", "GET");
        assertThat(partner.calls.getFirst().headers())
                .containsExactly(
                        new Parameter("Content-Type", "application/fhir+json"),
                        new Parameter("Ssp-From", "200000000359"),
                        new Parameter("Accept", "application/fhir+json"));
        assertThat(partner.calls.getLast().headers())
                .containsExactly(
                        new Parameter("Ssp-From", "200000000359"), new Parameter("Accept", "application/fhir+json"));
    }

    @Test
    void acceptHeaderOfTheCallerStands() {
        partner.answering(FIRST, searchset());

        client().search("Appointment", call().header("accept", "application/json"), DEADLINE)
                .block();

        assertThat(partner.calls.getFirst().headers()).containsExactly(new Parameter("accept", "application/json"));
    }

    @Test
    void relativeNextLinksAreFollowedBelowTheBase() {
        partner.answering(FIRST, searchsetWithNext("?page=2", match(appointment("1"))))
                .answering("Appointment?page=2", searchsetWithNext("Appointment?page=3"))
                .answering("Appointment?page=3", searchset(match(appointment("2"))));

        assertThat(search().matches()).extracting(Resource::id).containsExactly("1", "2");
    }

    @Test
    void nextLinkThatLeadsNowhereKnownIsAnInvalidAnswer() {
        for (var link : new String[] {"/fhir?page=2", "ftp://trust.example/page", "javascript://x"}) {
            partner.answering(FIRST, searchsetWithNext(link));

            assertFails(Fault.INVALID_ANSWER, "next link is neither absolute nor below the base address");
        }
    }

    @Test
    void nextLinksThatGoRoundInACircleAreAnInvalidAnswer() {
        partner.answering(FIRST, searchsetWithNext(SECOND, match(appointment("1"))))
                .answering(SECOND, searchsetWithNext(THIRD, match(appointment("2"))))
                .answering(THIRD, searchsetWithNext(SECOND, match(appointment("3"))));

        assertFails(Fault.INVALID_ANSWER, "next links go round in a circle");
        assertThat(partner.calls).hasSize(3);
    }

    @Test
    void pageThatNamesItselfAsTheNextIsACircle() {
        partner.answering(FIRST, searchsetWithNext(FIRST));

        assertFails(Fault.INVALID_ANSWER, "next links go round in a circle");
        assertThat(partner.calls).hasSize(1);
    }

    @Test
    void endlessRowOfNewPagesEndsAtTheLimitAndSaysSo() {
        partner.answering(FIRST, searchsetWithNext("p1", match(appointment("0"))));
        IntStream.range(1, 40)
                .forEach(page -> partner.answering(
                        "p" + page, searchsetWithNext("p" + (page + 1), match(appointment("" + page)))));

        var bundle = search();

        assertThat(partner.calls).hasSize(20);
        assertThat(bundle.matches()).hasSize(20);
        assertThat(bundle.truncated()).isTrue();
    }

    @Test
    void lastPageAtTheLimitIsNotTruncated() {
        partner.answering(FIRST, searchsetWithNext(SECOND)).answering(SECOND, searchset());

        assertThat(search(new Paging(2, 10)).truncated()).isFalse();
        assertThat(search(new Paging(1, 10)).truncated()).isTrue();
    }

    @Test
    void matchesPastTheLimitAreLeftAndSaidToBeMissing() {
        partner.answering(
                FIRST,
                searchsetWithNext(SECOND, match(appointment("1")), match(appointment("2")), match(appointment("3"))));

        var bundle = search(new Paging(20, 2));

        assertThat(bundle.matches()).extracting(Resource::id).containsExactly("1", "2");
        assertThat(bundle.truncated()).isTrue();
        assertThat(partner.calls).hasSize(1);
    }

    @Test
    void searchThatTheServerDoesNotHaveIsNoEmptyAnswer() {
        partner.answering(FIRST, 404, "application/fhir+json", outcome("error", "not-found"));

        assertFails(Fault.INVALID_ANSWER, "HTTP 404, not-found");
    }

    @Test
    void failureOfALaterPageIsTheFailureOfTheSearch() {
        partner.answering(FIRST, searchsetWithNext(SECOND, match(appointment("1"))))
                .failing(SECOND, new PartnerException(Fault.TIMED_OUT, "no whole answer in time"));

        assertFails(Fault.TIMED_OUT, "no whole answer in time");
    }

    @Test
    void cancellingEndsTheCallUnderWay() {
        partner.answering(FIRST, searchsetWithNext(SECOND)).silent(SECOND);

        var search = client().search("Appointment", call(), DEADLINE).subscribe();
        assertThat(partner.calls).hasSize(2);
        search.dispose();

        assertThat(partner.cancelled).isEqualTo(1);
    }

    @Test
    void answerIsAsOldAsItsOldestPage() {
        partner.answering(FIRST, """
                {"resourceType": "Bundle", "timestamp": "2026-03-09T10:00:05Z", "link": [{"relation": "next", "url": "%s"}]}""".formatted(SECOND)).answering(SECOND, """
                        {"resourceType": "Bundle", "meta": {"lastUpdated": "2026-03-09T10:00:00Z"}}""");

        assertThat(search().asOf()).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));

        partner.answering(FIRST, searchset());
        assertThat(search().asOf()).isNull();
    }

    @Test
    void readGivesTheResourceOrNothingWhereItDoesNotExist() {
        partner.answering("Patient/1", """
                {"resourceType": "Patient", "id": "1"}""")
                .answering("Patient/2", 404, "application/fhir+json", outcome("error", "not-found"))
                .answering("Patient/3", 404, "text/html", "<html/>");

        StepVerifier.create(client().read("Patient", HttpCall.get("Patient/1"), DEADLINE))
                .assertNext(read -> assertThat(read.id()).isEqualTo("1"))
                .verifyComplete();
        StepVerifier.create(client().read("Patient", HttpCall.get("Patient/2"), DEADLINE))
                .verifyComplete();
        StepVerifier.create(client().read("Patient", HttpCall.get("Patient/3"), DEADLINE))
                .verifyErrorMessage("HTTP 404");
    }

    @Test
    void pageOfNoOneKindHasMatchesOfAllKinds() {
        partner.answering(FIRST, searchset(match(appointment("1")), match("{\"resourceType\": \"List\"}")));

        var bundle = client().page(null, sent(call()));

        assertThat(bundle.matches()).extracting(Resource::type).containsExactly("Appointment", "List");
        assertThat(bundle.truncated()).isFalse();
    }

    private void assertFails(Fault fault, String reason) {
        StepVerifier.create(client().search("Appointment", call(), DEADLINE)).verifyErrorSatisfies(failure -> {
            assertThat(failure).isInstanceOf(PartnerException.class).hasMessage(reason);
            assertThat(((PartnerException) failure).fault()).isEqualTo(fault);
        });
    }

    @Test
    void oneAnswerIsReadAsAResourceOrAsAPageWithoutAskingAgain() {
        partner.answering("Appointment/1", appointment("1"))
                .answering(FIRST, searchsetWithNext(SECOND, match(appointment("1")), match(appointment("2"))));

        var resource = client().resource("Appointment", sent(HttpCall.get("Appointment/1")));
        var page = client().page("Appointment", sent(call()));

        assertThat(resource.id()).isEqualTo("1");
        assertThat(page.matches()).extracting(Resource::id).containsExactly("1", "2");
        assertThat(page.truncated()).isTrue();
        assertThat(partner.calls).hasSize(2);
    }

    @Test
    void anAnswerThatIsNotWhatItIsReadAsIsAnError() {
        partner.answering(FIRST, outcome("error", "throttled"));
        var reply = sent(call());

        assertThatThrownBy(() -> client().resource("Appointment", reply)).isInstanceOf(PartnerException.class);
        assertThatThrownBy(() -> client().page("Appointment", reply)).isInstanceOf(PartnerException.class);
    }

    private FhirReply sent(HttpCall call) {
        return Objects.requireNonNull(client().send(call, DEADLINE).block());
    }

    private Bundle search() {
        return search(Paging.STANDARD);
    }

    private Bundle search(Paging paging) {
        return Objects.requireNonNull(new FhirClient(partner, paging)
                .search("Appointment", call(), DEADLINE)
                .block());
    }

    private FhirClient client() {
        return new FhirClient(partner);
    }

    private static HttpCall call() {
        return HttpCall.get("Appointment").query("patient", "1");
    }
}
