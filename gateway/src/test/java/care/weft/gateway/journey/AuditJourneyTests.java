package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is shown, and what is denied, is in the trail; what cannot be written there is not shown. */
class AuditJourneyTests extends TrustJourney {

    private static final String STAYS = "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { nodes { title } } } }";
    private static final PartnerId TRUST = new PartnerId("trust");

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Autowired
    private AuditTrail trail;

    @Test
    void whatWasShownIsInTheTrailWithWhoAndWhyUnderTheRequestsId() {
        var answer = send(post("""
                        query Overview($n: NhsNumber!) { person(nhsNumber: $n) {
                          appointments(first: 100) { nodes { provenance { recordId } } }
                          assessments(first: 100) { nodes { provenance { recordId } } } } }""", Map.of("n", number(person)))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("nurse"))
                .header("Purpose-Of-Use", "TREAT")
                .header("X-Request-ID", "front-end-4711"));

        var events = events(trail, answer);

        assertThat(events)
                .extracting(event -> withoutFields(event.context()))
                .containsOnly(new AuditContext(
                        "front-end-4711",
                        "user-nurse",
                        "Grace Owusu",
                        STUBS.identityProvider().issuer(),
                        List.of("NURSE"),
                        "R0A",
                        "TREAT",
                        "Overview",
                        null));
        assertThat(events)
                .filteredOn(event -> event.fact() instanceof AuditFact.Disclosure)
                .extracting(event -> event.context().fields())
                .containsExactly("query{person{appointments{nodes{provenance{recordId}}}"
                        + " assessments{nodes{provenance{recordId}}}}}");
        assertThat(facts(trail, answer)).contains(new AuditFact.Lookup(key(person), TRUST, "TIED"));
        assertThat(disclosures(answer)).singleElement().satisfies(disclosure -> {
            assertThat(disclosure.person()).isEqualTo(key(person));
            assertThat(disclosure.shown())
                    .allMatch(shown ->
                            shown.partner().equals(TRUST) && shown.outcome().equals("ANSWERED"))
                    .extracting(AuditFact.Shown::section)
                    .containsExactlyInAnyOrder(Section.APPOINTMENTS, Section.ASSESSMENTS);
        });
        assertThat(recorded(answer, Section.APPOINTMENTS))
                .isNotEmpty()
                .isEqualTo(shown(answer.person().path("appointments")));
        assertThat(recorded(answer, Section.ASSESSMENTS))
                .isNotEmpty()
                .isEqualTo(shown(answer.person().path("assessments")));
    }

    private static AuditContext withoutFields(AuditContext context) {
        return new AuditContext(
                context.requestId(),
                context.callerId(),
                context.callerName(),
                context.issuer(),
                context.roles(),
                context.organisation(),
                context.purpose(),
                context.operationName(),
                null);
    }

    private Set<String> recorded(Answer answer, Section section) {
        return disclosures(answer).stream()
                .flatMap(disclosure -> disclosure.shown().stream())
                .filter(shown -> shown.section() == section)
                .flatMap(shown -> shown.records().stream())
                .map(ReleasedRecord::recordId)
                .collect(Collectors.toSet());
    }

    @Test
    void everyRecordThatWasShownIsInTheTrailWithADigestThatIsTheSameUntilItChanges() {
        var first = ask("gp", STAYS, Map.of("n", number(person)));
        var second = ask("nurse", STAYS, Map.of("n", number(person)));

        var records = disclosures(first).getFirst().shown().getFirst().records();
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.digest()).matches("[0-9a-f]{64}"));
        assertThat(disclosures(second).getFirst().shown().getFirst().records()).isEqualTo(records);
    }

    private static Set<String> shown(JsonNode list) {
        var ids = new HashSet<String>();
        list.path("nodes")
                .forEach(
                        node -> ids.add(node.path("provenance").path("recordId").asString()));
        return ids;
    }

    @Test
    void everyPersonOfAListIsInTheTrail() {
        var people = Stream.of(Story.THREE_ASSESSMENTS, Story.CARER, Story.DISCHARGE, Story.RESTRICTED)
                .map(Journey::story)
                .toList();

        var answer = ask(
                "mdt",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { stays { complete } } }",
                Map.of("n", people.stream().map(TrustJourney::number).toList()));

        assertThat(answer.data().path("people").size()).isEqualTo(people.size());
        assertThat(disclosures(answer))
                .extracting(AuditFact.Disclosure::person)
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(FrontDoor::key).toList());
    }

    @Test
    void aDeniedRecordIsInTheTrail() {
        var stranger = ask("stranger", STAYS, Map.of("n", number(person)));
        var neighbour = ask("person", STAYS, Map.of("n", number(story(Story.CARER))));

        assertThat(stranger.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(facts(trail, stranger)).containsExactly(new AuditFact.Denial(key(person), "NO_ROLE", null));
        assertThat(events(trail, stranger).getFirst().context().callerId()).isEqualTo("user-stranger");
        assertThat(neighbour.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(facts(trail, neighbour))
                .containsExactly(new AuditFact.Denial(key(story(Story.CARER)), "NOT_OWN_RECORD", null));
    }

    @Test
    void aWithheldSectionIsInTheTrail() {
        var answer = ask("link-worker", """
                query($n: NhsNumber!) { person(nhsNumber: $n) {
                  stays { nodes { title } complete sources { outcome } } } }""", Map.of("n", number(person)));

        assertThat(answer.person().path("stays")).hasToString("""
                {"nodes":[],"complete":false,"sources":[{"outcome":"WITHHELD"}]}""");
        assertThat(facts(trail, answer))
                .contains(
                        new AuditFact.Denial(key(person), "SECTION_NOT_FOR_ROLE", Section.STAYS),
                        new AuditFact.Disclosure(
                                key(person),
                                List.of(new AuditFact.Shown(Section.STAYS, TRUST, "WITHHELD", List.of()))));
    }

    private List<AuditFact.Disclosure> disclosures(Answer answer) {
        return facts(trail, answer).stream()
                .filter(AuditFact.Disclosure.class::isInstance)
                .map(AuditFact.Disclosure.class::cast)
                .toList();
    }
}
