package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Nobody is shown another person's record, and whoever is not known for sure is shown none. */
class IdentityJourneyTests extends TrustJourney {

    private static final int BATCH = 30;
    private static final List<String> LISTS = List.of("appointments", "referrals", "assessments", "stays");

    private static final String WORTH =
            "totalCount { value atLeast } completeness complete sources { outcome message }";
    private static final String RECORD = "id title organisation { name } provenance { recordId }";
    private static final String WHO = """
            id nhsNumber askedFor identities { state localId method }
            demographics {
              value {
                name { display family given prefix } birthDate { date } gender { text }
                address { lines city postcode } practice { organisation { name odsCode } } telecoms { kind value use }
              }
              conflicts { field values { value } } completeness sources { outcome message }
            }""";
    private static final String CONTACTS = """
            nhsNumber
            appointments(first: 100) { nodes { %1$s description service { display } location { name address }
              practitioner { name role } } %2$s }
            referrals(first: 100) { nodes { %1$s from { name } to { name } service { display } reason { display }
              outcome { display } } %2$s }""".formatted(RECORD, WORTH);
    private static final String FINDINGS = """
            nhsNumber
            assessments(first: 100) { nodes { %1$s code { display } statusReason location { name address } team
              assessor { name role } outcome { display } summary } %2$s }
            stays(first: 100) { nodes { %1$s ward pathway { display } destination { display } } %2$s }""".formatted(RECORD, WORTH);
    private static final String EVERYTHING = WHO + " " + CONTACTS + " " + FINDINGS;

    @Autowired
    private AuditTrail trail;

    @Test
    void twoPatientsUnderOneNumberAreTiedToNeither() {
        var person = STUBS.population().of(SpecialPerson.TWO_TRUST_RECORDS);
        assertThat(STUBS.trust().patientIds(person)).hasSize(2);

        var answer = askAbout(person, EVERYTHING);

        assertTiedToNobody(answer);
        assertThat(canaries(answer.http().body())).isEmpty();
    }

    @Test
    void aNumberThatWasReplacedShowsNobodysRecord() {
        var person = story(Story.SUPERSEDED_NUMBER);
        var former = Objects.requireNonNull(person.formerNhsNumber());

        var answer = ask(
                "gp", "query($n: NhsNumber!) { person(nhsNumber: $n) { " + EVERYTHING + " } }", Map.of("n", former));

        assertThat(answer.person().path("nhsNumber").asString()).isEqualTo(former);
        assertTiedToNobody(answer);
        assertThat(answer.http().body()).doesNotContain(number(person));
        assertThat(canaries(answer.http().body())).isEmpty();

        var underTheNewOne = askAbout(person, EVERYTHING);
        assertThat(outcome(underTheNewOne.person().path("appointments"))).isEqualTo("ANSWERED");
        assertThat(canaries(underTheNewOne.http().body())).containsOnly(person.canary());
    }

    /** By number, by record, or in any call that was made for a record. */
    private static void assertTiedToNobody(Answer answer) {
        var person = answer.person();
        assertThat(person.path("identities")).hasToString("""
                [{"state":"REVIEW","localId":null,\
                "method":"It is not established which of the partner's people is meant."}]""");
        assertThat(person.path("demographics").path("value").isNull()).isTrue();
        assertThat(outcome(person.path("demographics"))).isEqualTo("NOT_LINKED");
        assertThat(person.path("demographics").path("completeness").asString()).isEqualTo("INCOMPLETE");
        for (var name : LISTS) {
            var list = person.path(name);
            assertThat(list.path("nodes").size()).as(name).isZero();
            assertThat(outcome(list)).as(name).isEqualTo("NOT_LINKED");
            assertThat(list.path("completeness").asString()).as(name).isEqualTo("INCOMPLETE");
            assertThat(list.path("complete").asBoolean()).as(name).isFalse();
            assertThat(list.path("totalCount")).as(name).hasToString("{\"value\":0,\"atLeast\":true}");
        }
        assertThat(STUBS.trust().calls()).as("the look-up alone").isEqualTo(Map.of("Patient", 1));
    }

    @Test
    void aNumberThatThePartnerDoesNotKnowHasCompleteEmptyLists() {
        var nobodys = nobodysNumber();

        var person = ask(
                        "gp",
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { " + EVERYTHING + " } }",
                        Map.of("n", nobodys))
                .person();

        assertThat(person.path("nhsNumber").asString()).isEqualTo(nobodys);
        assertThat(person.path("identities").path(0).path("state").asString()).isEqualTo("NO_MATCH");
        assertThat(person.path("demographics").path("value").isNull()).isTrue();
        assertThat(outcome(person.path("demographics"))).isEqualTo("NO_RECORD");
        for (var name : LISTS) {
            var list = person.path(name);
            assertThat(list.path("nodes").size()).as(name).isZero();
            assertThat(outcome(list)).as(name).isEqualTo("NO_RECORD");
            assertThat(list.path("completeness").asString()).as(name).isEqualTo("COMPLETE");
            assertThat(list.path("complete").asBoolean()).as(name).isTrue();
            assertThat(list.path("totalCount")).as(name).hasToString("{\"value\":0,\"atLeast\":false}");
        }
        assertThat(STUBS.trust().calls()).isEqualTo(Map.of("Patient", 1));
    }

    @Test
    void aChildsRecordIsNotOpenedAndThatIsAudited() {
        var child = STUBS.population().of(SpecialPerson.CHILD);

        var answer = askAbout(child, EVERYTHING);

        assertThat(answer.http().statusCode()).isEqualTo(200);
        assertThat(answer.body().path("data")).hasToString("{\"person\":null}");
        assertThat(answer.errorCode()).isEqualTo("NOT_IN_SCOPE");
        assertThat(answer.error().path("message").asString()).contains("under 18");
        assertThat(answer.http().body())
                .doesNotContain(number(child), child.name().family(), child.canary());
        assertThat(STUBS.trust().calls()).isEqualTo(Map.of("Patient", 1));
        assertThat(facts(trail, answer))
                .contains(new AuditFact.Denial(PersonKey.of(new NhsNumber(number(child))), "NOT_IN_SCOPE", null))
                .noneMatch(AuditFact.Disclosure.class::isInstance);
    }

    @Test
    void nobodyIsShownAnythingOfAnybodyElse() {
        var people = STUBS.population().people().stream()
                .filter(person -> person.nhsNumber() != null)
                .toList();
        var shown = new HashSet<Person>();

        for (int from = 0; from < people.size(); from += BATCH) {
            var batch = people.subList(from, Math.min(from + BATCH, people.size()));
            // In parts, so that a slow machine reads them whole within the deadline.
            for (var part : List.of(WHO, CONTACTS, FINDINGS)) {
                var answer = ask(
                        "mdt",
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { " + part + " } }",
                        Map.of("n", batch.stream().map(TrustJourney::number).toList()));

                var answers = answer.body().path("data").path("people");
                assertThat(answers.size()).isEqualTo(batch.size());
                for (int i = 0; i < batch.size(); i++) {
                    assertOnly(batch.get(i), answers.path(i)).ifPresent(shown::add);
                }
                assertThat(canaries(answer.body().path("errors").toString())).isEmpty();
            }
        }

        // Of the others one is a child, one is two patients, and every eighth of the crowd is not the trust's.
        assertThat(shown).hasSizeGreaterThan(people.size() * 3 / 4);
    }

    /** Gives the person if anything of theirs is shown. */
    private static Optional<Person> assertOnly(Person person, JsonNode answer) {
        if (!answer.isNull()) {
            assertThat(answer.path("nhsNumber").asString()).isEqualTo(number(person));
        }
        var found = canaries(answer.toString());
        assertThat(found).as(person.key()).isSubsetOf(person.canary());
        return found.isEmpty() ? Optional.empty() : Optional.of(person);
    }

    private static String outcome(JsonNode section) {
        assertThat(section.path("sources").size()).isEqualTo(1);
        return section.path("sources").path(0).path("outcome").asString();
    }

    private static Set<String> canaries(String text) {
        return Canaries.PATTERN.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Valid, and of nobody in the population. */
    private static String nobodysNumber() {
        return IntStream.range(0, 10_000)
                .mapToObj("999999%04d"::formatted)
                .filter(written -> NhsNumber.parse(written).isPresent())
                .filter(number -> STUBS.population().withNhsNumber(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
