package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done, asked for or booked twice, through the front door. */
class DuplicatesJourneyTests extends Journey {

    private static final String PLACE = "provenance { partner { id } }";
    private static final String DUPLICATES = """
            duplicates {
              assessments { first { title completedOn %1$s } repeats { kind share sharedDomains assessment { title completedOn %1$s } } }
              referrals { rule referrals { title requestedOn referralStatus reason { display } %1$s } }
              appointmentClashes { rule first { title startsAt endsAt %1$s } second { title startsAt endsAt %1$s } }
              completeness complete sources { partner { id } section outcome }
            }""".formatted(PLACE);

    @Test
    void whatThreePartnersAssessedWithinWeeksReadsAsAgreed() throws IOException {
        StoryPicture.assertReads(
                "duplicates-three-assessments",
                askAbout(story(Story.THREE_ASSESSMENTS), DUPLICATES).person().path("duplicates"));
    }

    @Test
    void appointmentsThatClashAtTwoPartnersAreFoundWithTheirRule() {
        var clashes = askAbout(story(Story.CLASHING_APPOINTMENTS), DUPLICATES)
                .person()
                .at("/duplicates/appointmentClashes");

        assertThat(clashes.valueStream()
                        .map(clash -> clash.path("rule").asString() + " " + partner(clash.path("first")) + " "
                                + partner(clash.path("second"))))
                .containsExactly("TIMES_OVERLAP trust trust", "TIMES_OVERLAP trust gp", "TIMES_OVERLAP trust gp");
    }

    @Test
    void referralsForTheSameReasonThatAreOpenAtTwoPartnersAreFoundWithTheirRule() {
        var cared = STUBS.population().of(SpecialPerson.CARED_FOR);

        var groups = askAbout(cared, DUPLICATES).person().at("/duplicates/referrals");

        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.path(0).path("rule").asString()).isEqualTo("SAME_WORDS");
        assertThat(groups.path(0).path("referrals").valueStream().map(DuplicatesJourneyTests::partner))
                .containsExactly("mental-health", "trust");
    }

    @Test
    void aRoleThatMayNotSeeThemFindsNoneAndIsToldThatThisIsNotAll() {
        var answer = ask(
                "link-worker",
                "query($n: NhsNumber!) { person(nhsNumber: $n) { " + DUPLICATES + " } }",
                Map.of("n", number(story(Story.THREE_ASSESSMENTS))));

        var duplicates = answer.person().path("duplicates");
        assertThat(duplicates.path("assessments").isEmpty()).isTrue();
        assertThat(duplicates.path("referrals").isEmpty()).isTrue();
        assertThat(duplicates.path("appointmentClashes").isEmpty()).isTrue();
        assertThat(duplicates.path("completeness").asString()).isEqualTo("COMPLETE_FOR_YOUR_ROLE");
        assertThat(duplicates.path("complete").asBoolean()).isFalse();
    }

    private static String partner(JsonNode record) {
        return record.at("/provenance/partner/id").asString();
    }
}
