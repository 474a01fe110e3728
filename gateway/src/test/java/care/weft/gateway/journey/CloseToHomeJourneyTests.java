package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Staff who open themselves, a colleague or their own household are noticed, and neither refused nor told. */
@ExtendWith(OutputCaptureExtension.class)
class CloseToHomeJourneyTests extends Journey {

    private static final String NAME =
            "query($n: NhsNumber!) { person(nhsNumber: $n) { demographics { value { name { display } } } } }";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MeterRegistry metrics;

    private final Person derek = story(Story.CARER);
    private final Person hisWife = STUBS.population().of(SpecialPerson.CARED_FOR);

    @Test
    void whoeverOpensSomebodyAtTheirOwnAddressIsNoticed(CapturedOutput output) {
        double before = counted("HOUSEHOLDS_RECORD_OPENED");

        var answer = as(Staff.DEREK, Staff.ORGANISATION, hisWife);

        assertThat(alerts(answer))
                .containsExactly(new AuditFact.SecurityEvent("HOUSEHOLDS_RECORD_OPENED", key(hisWife), null));
        assertThat(counted("HOUSEHOLDS_RECORD_OPENED")).isEqualTo(before + 1);
        assertThat(output.getOut().lines().filter(line -> line.contains("HOUSEHOLDS_RECORD_OPENED")))
                .singleElement()
                .asString()
                .contains("WARN")
                .doesNotContain(Staff.DEREK, number(hisWife), number(derek));
        assertThat(answer.data().toString())
                .as("nobody is told")
                .isEqualTo(
                        as("user-of-nobody", Staff.ORGANISATION, hisWife).data().toString());
    }

    @Test
    void whoeverOpensThemselvesIsNoticedThoughTheTokenStatesNoNumber() {
        assertThat(alerts(as(Staff.DEREK, Staff.ORGANISATION, derek)))
                .as("one alert, though Derek is in his own organisation and lives with himself")
                .containsExactly(new AuditFact.SecurityEvent("OWN_RECORD_OPENED_AS_STAFF", key(derek), null));
    }

    @Test
    void whoeverOpensAColleagueIsNoticed() {
        assertThat(alerts(as("another-user", Staff.ORGANISATION, derek)))
                .containsExactly(new AuditFact.SecurityEvent("COLLEAGUES_RECORD_OPENED", key(derek), null));
        assertThat(alerts(as("another-user", "SOMEWHERE", derek)))
                .as("of another organisation")
                .isEmpty();
    }

    @Test
    void aReviewerReadsItInPlainWords() {
        var opened = as("another-user", Staff.ORGANISATION, derek);

        var events = ask(
                "auditor",
                "query($r: ID!) { accessEvents(filter: {requestId: $r, kinds: [SECURITY_EVENT]}) { nodes { summary } } }",
                Map.of("r", opened.http().headers().firstValue("X-Request-ID").orElseThrow()));

        assertThat(events.data()
                        .path("accessEvents")
                        .path("nodes")
                        .path(0)
                        .path("summary")
                        .asString())
                .contains("opened a colleague's record");
    }

    @Test
    void oneOperationAlertsOncePerPerson() {
        var twice = "query($n: NhsNumber!) { one: person(nhsNumber: $n) { id } other: person(nhsNumber: $n) { id } }";

        assertThat(alerts(send(post(twice, Map.of("n", number(derek)))
                        .header("Authorization", "Bearer " + token("another-user", Staff.ORGANISATION)))))
                .hasSize(1);
    }

    @Test
    void otherPeopleAlertNothing() {
        assertThat(alerts(as(Staff.DEREK, Staff.ORGANISATION, story(Story.DISCHARGE))))
                .isEmpty();
    }

    /** The register withholds the address of somebody who is restricted. */
    @Test
    void whatCannotBeComparedAlertsNothingAndIsCounted() {
        double before = metrics.counter("weft.access.household.not.known").count();

        assertThat(alerts(as(Staff.DEREK, Staff.ORGANISATION, story(Story.RESTRICTED))))
                .isEmpty();

        assertThat(metrics.counter("weft.access.household.not.known").count()).isGreaterThan(before);
    }

    @Test
    void nothingOfItIsInWhatThePersonReads() {
        as("another-user", Staff.ORGANISATION, derek);
        var own = STUBS.identityProvider().token("person", claims -> claims.put("nhs_number", number(derek)));

        var history = send(post(
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { accessHistory(first: 100) { nodes { kind } } } }",
                        Map.of("n", number(derek)))
                .header("Authorization", "Bearer " + own));

        assertThat(history.person()
                        .path("accessHistory")
                        .path("nodes")
                        .valueStream()
                        .map(each -> each.path("kind").asString()))
                .isNotEmpty()
                .doesNotContain("SECURITY_EVENT");
    }

    private Answer as(String user, String organisation, Person person) {
        return send(
                post(NAME, Map.of("n", number(person))).header("Authorization", "Bearer " + token(user, organisation)));
    }

    private static String token(String user, String organisation) {
        return STUBS.identityProvider().token("nurse", claims -> {
            claims.put("sub", user);
            claims.put("acts_for", List.of(Map.of("ods", organisation, "name", organisation)));
        });
    }

    private double counted(String kind) {
        return metrics.counter("weft.access.alert", "kind", kind).count();
    }

    private List<AuditFact> alerts(Answer answer) {
        return facts(trail, answer).stream()
                .filter(AuditFact.SecurityEvent.class::isInstance)
                .toList();
    }
}
