package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Each story's whole answer, as a GP sees it, compared with the picture of it that was read and agreed: {@code
 * src/test/resources/stories}. Where it differs, the picture of the new answer is in {@code target/stories}.
 */
class StoriesJourneyTests extends Journey {

    private static final String PLACE = "provenance { partner { id } }";
    private static final String WORTH =
            "totalCount { value atLeast } completeness sources { partner { id } outcome rejectedRecords message }";
    private static final String EVERYTHING = """
            nhsNumber askedFor neighbourhood { name }
            identities { partner { id } state localId method }
            demographics {
              whereabouts
              value {
                name { display %1$s } birthDate { date %1$s } gender { text %1$s }
                address { lines city postcode %1$s } practice { organisation { odsCode name } %1$s }
                death { on status { display } %1$s } telecoms { kind value %1$s }
              }
              conflicts { field values { value %1$s } } completeness sources { partner { id } outcome message }
            }
            relationships { nodes { kinds relation { display } name contact { phone email } authority { display } from until %1$s } %2$s }
            involvements { nodes { keyWorker basis organisation { name } team role practitioner { name role } contact { phone email hours }
              since lastContact nextContact %1$s } totalCount { value atLeast } completeness }
            appointments(first: 100) { nodes { when appointmentStatus title attendance channel service { display } location { name }
              practitioner { name } organisation { name } description %1$s } %2$s }
            carePackages(first: 100) { nodes { startsOn endsOn packageStatus title serviceType { display } category { display }
              provider { name } hoursPerWeek visitsPerWeek funding { display } weeklyCost { amount } reviewDue coordinator { name }
              organisation { name } %1$s } %2$s }
            referrals(first: 100) { nodes { requestedOn referralStatus title priority from { name } to { name } service { display }
              reason { display } outcome { display } closedOn daysWaiting %1$s } %2$s }
            assessments(first: 100) { nodes { when assessmentStatus statusReason title subject setting bookedAt startedOn completedOn
              team assessor { name } contact { phone } score riskBand outcome { display } summary content organisation { name } %1$s } %2$s }
            stays(first: 100) { nodes { admittedOn dischargedOn stayState title ward expectedDischarge readySince pathway { display }
              destination { display } organisation { name } %1$s } %2$s }
            timeline(first: 100) { totalCount { value atLeast } completeness }
            """.formatted(PLACE, WORTH);

    @ParameterizedTest
    @EnumSource(value = Story.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_NHS_NUMBER")
    void aStoryReadsAsAgreed(Story story) throws IOException {
        var answer = ask(
                "gp",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { " + EVERYTHING + " } }",
                Map.of("n", Objects.requireNonNull(story.nhsNumber())));

        StoryPicture.assertReads(story.id(), answer.person());
        assertThat(Canaries.PATTERN.matcher(answer.http().body()).results())
                .as("nobody else is in it")
                .allMatch(found -> found.group().equals(story(story).canary()));
    }

    @Test
    void someoneWithoutANumberIsFoundByEachPartnersOwnId() throws IOException {
        var person = story(Story.NO_NHS_NUMBER);

        StoryPicture.assertReads(
                "no-nhs-number-at-the-council",
                byRecord("council", STUBS.council().patientIds(person).getFirst()));
        StoryPicture.assertReads(
                "no-nhs-number-at-the-trust",
                byRecord("trust", STUBS.trust().patientIds(person).getFirst()));
    }

    @Test
    void thosePeopleCareForReadAsAgreedToo() throws IOException {
        var cared = STUBS.population().of(SpecialPerson.CARED_FOR);

        StoryPicture.assertReads("cared-for", askAbout(cared, EVERYTHING).person());
    }

    private JsonNode byRecord(String partner, String localId) {
        return ask(
                        "gp",
                        "query($p: ID!, $l: String!) { personByRecord(partner: $p, localId: $l) { " + EVERYTHING
                                + " } }",
                        Map.of("p", partner, "l", localId))
                .data()
                .path("personByRecord");
    }
}
