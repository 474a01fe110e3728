package care.weft.fhir;

import static care.weft.fhir.Fixtures.appointment;
import static care.weft.fhir.Fixtures.include;
import static care.weft.fhir.Fixtures.match;
import static care.weft.fhir.Fixtures.outcome;
import static care.weft.fhir.Fixtures.searchset;
import static care.weft.fhir.Fixtures.searchsetWithNext;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.Rejection;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class PagesTests {

    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(5));
    private static final String FIRST = "Appointment?patient=1";
    private static final String SECOND = "https://trust.example/fhir?page=2";

    private final FakePartner partner = new FakePartner();

    @Test
    void sameResourceOnSeveralPagesIsTakenOnce() {
        partner.answering(FIRST, searchsetWithNext(SECOND, match(appointment("1")), match(appointment("1"))))
                .answering(SECOND, searchset(match(appointment("1")), match(appointment("2"))));

        assertThat(search().matches()).extracting(Resource::id).containsExactly("1", "2");
    }

    @Test
    void partnerThatCountsMoreThanItSendsHoldsMore() {
        partner.answering(FIRST, """
                {"resourceType": "Bundle", "total": 3, "entry": [%s, %s]}""".formatted(match(appointment("1")), match(appointment("2"))));
        assertThat(search().truncated()).isTrue();

        partner.answering(FIRST, """
                {"resourceType": "Bundle", "total": 2, "entry": [%s, %s]}""".formatted(match(appointment("1")), match(appointment("1"))));
        assertThat(search().truncated()).isFalse();
    }

    @Test
    void entryWithoutItsResourceWrapperIsRead() {
        partner.answering(FIRST, searchset("""
                {"resourceType": "Appointment", "id": "1", "search": {"mode": "match"}}"""));

        assertThat(search().matches()).extracting(Resource::id).containsExactly("1");
    }

    @Test
    void entryWithoutAResourceIsRejectedAndTheOthersStand() {
        partner.answering(FIRST, searchset("{}", "null", "7", """
                {"fullUrl": "urn:uuid:1", "resource": {"id": "1"}}""", match(appointment("2"))));

        var bundle = search();

        assertThat(bundle.matches()).extracting(Resource::id).containsExactly("2");
        assertThat(bundle.rejections())
                .containsOnly(new Rejection("Bundle.entry", "resource is missing"))
                .hasSize(3);
    }

    @Test
    void includedResourcesAreNotMatches() {
        partner.answering(FIRST, searchset(match(appointment("1")), include("""
                {"resourceType": "Location", "id": "l1"}"""), """
                {"resource": {"resourceType": "Practitioner", "id": "p1"}}"""));

        var bundle = search();

        assertThat(bundle.matches()).extracting(Resource::id).containsExactly("1");
        assertThat(bundle.rejections()).isEmpty();
    }

    @Test
    void matchOfAnotherKindIsRejectedAndNotLostInSilence() {
        partner.answering(FIRST, searchset(match("""
                {"resourceType": "Encounter", "id": "1"}"""), match("""
                {"resourceType": "Mr Canary", "id": "2"}""")));

        assertThat(search().rejections())
                .containsExactly(
                        new Rejection("Encounter", "was not asked for"),
                        new Rejection("resource", "was not asked for"));
    }

    @Test
    void errorAmongTheMatchesIsKeptAsARejectionThatNamesItsCodeAlone() {
        partner.answering(
                FIRST, searchset(match(appointment("1")), """
                {"resource": %s, "search": {"mode": "outcome"}}""".formatted(outcome("error", "timeout")), """
                {"resource": %s}""".formatted(
                                outcome("fatal", "CANARY"))));

        var bundle = search();

        assertThat(bundle.matches()).hasSize(1);
        assertThat(bundle.rejections())
                .containsExactly(
                        new Rejection("OperationOutcome", "timeout", Fault.TIMED_OUT),
                        new Rejection("OperationOutcome", "unknown"));
    }

    @Test
    void warningsAndInformationAmongTheMatchesAreIgnored() {
        partner.answering(
                FIRST, searchset(match(appointment("1")), """
                {"resource": %s}""".formatted(outcome("warning", "timeout")), """
                {"resource": %s}""".formatted(
                                outcome("information", "informational"))));

        assertThat(search().rejections()).isEmpty();
    }

    @Test
    void errorWithoutAnyMatchIsTheFailureOfTheSearch() {
        partner.answering(FIRST, searchset("""
                {"resource": %s}""".formatted(outcome("error", "forbidden"))));

        assertFails(Fault.REFUSED, "bundle holds an OperationOutcome alone: forbidden");
    }

    /** What is no match is as much to read. */
    @Test
    void entriesOfAnyKindAreLookedAtUpToALimit() {
        var nothing = Collections.nCopies(25, "{}").toArray(String[]::new);
        partner.answering(FIRST, searchsetWithNext(SECOND, nothing));

        var bundle = Objects.requireNonNull(new FhirClient(partner, new Paging(20, 2))
                .search("Appointment", call(), DEADLINE)
                .block());

        assertThat(bundle.rejections()).hasSize(20);
        assertThat(bundle.truncated()).isTrue();
        assertThat(partner.calls).hasSize(1);
    }

    private void assertFails(Fault fault, String reason) {
        StepVerifier.create(client().search("Appointment", call(), DEADLINE)).verifyErrorSatisfies(failure -> {
            assertThat(failure).isInstanceOf(PartnerException.class).hasMessage(reason);
            assertThat(((PartnerException) failure).fault()).isEqualTo(fault);
        });
    }

    private Bundle search() {
        return Objects.requireNonNull(
                client().search("Appointment", call(), DEADLINE).block());
    }

    private FhirClient client() {
        return new FhirClient(partner);
    }

    private static HttpCall call() {
        return HttpCall.get("Appointment").query("patient", "1");
    }
}
