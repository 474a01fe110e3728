package care.weft.stubs.mentalhealth;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentalHealthStoriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Population population = Population.of(20, TODAY);
    private final MentalHealthRecords records = new MentalHealthRecords(population);

    @Test
    void threeAssessments() {
        var story = Story.THREE_ASSESSMENTS;

        assertThat(values(story, Table.MHS101_REFERRAL, "ReferralRequestReceivedDate"))
                .containsExactly("2026-09-22");
        assertThat(values(story, Table.MHS101_REFERRAL, "ServDischDate")).containsExactly("");
        assertThat(values(story, Table.MHS201_CARE_CONTACT, "CareContDate"))
                .containsExactly("2026-10-24", "2026-12-03");
        assertThat(values(story, Table.MHS201_CARE_CONTACT, "AttendStatus")).containsExactly("5", "");
        assertThat(values(story, Table.MHS606_SCORE_OF_REFERRAL, "CodedAssToolType"))
                .hasSize(13);
        assertThat(values(story, Table.MHS008_CARE_PLAN, "CarePlanTypeMH")).containsExactly("10");
        assertThat(values(story, Table.MHS008_CARE_PLAN, "CarePlanImplementDate"))
                .containsExactly("2026-10-26");
        assertThat(values(story, Table.MHS006_CARE_COORDINATOR, "CareProfTeamLocalIdTel"))
                .containsExactly("0161 496 0417");
    }

    @Test
    void referralOfTheConflictingBirthDateIsClosed() {
        assertThat(values(Story.CONFLICTING_BIRTH_DATE, Table.MHS101_REFERRAL, "ServDischDate"))
                .containsExactly("2026-05-05");
        assertThat(values(Story.CONFLICTING_BIRTH_DATE, Table.MHS001_MPI, "PersonBirthDate"))
                .containsExactly("1957-08-19");
    }

    @Test
    void supersededNumberIsKnownUnderTheNewOneAlone() {
        assertThat(values(Story.SUPERSEDED_NUMBER, Table.MHS001_MPI, "NHSNumber"))
                .containsExactly("9990001006");
        assertThat(records.withNhsNumber("9990000190")).isEmpty();
        assertThat(values(Story.SUPERSEDED_NUMBER, Table.MHS606_SCORE_OF_REFERRAL, "PersScore"))
                .containsExactly("12");
    }

    @Test
    void contactIsOnTheDayOfTheTrustsClash() {
        assertThat(values(Story.CLASHING_APPOINTMENTS, Table.MHS201_CARE_CONTACT, "CareContTime"))
                .containsExactly("2026-11-30 14:00:00");
    }

    @Test
    void otherStoriesAreUnknown() {
        for (var story : List.of(
                Story.ASSESSMENT_IN_PROGRESS,
                Story.RESTRICTED,
                Story.DEATH_KNOWN_TO_ONE,
                Story.NO_NHS_NUMBER,
                Story.CARER,
                Story.DISCHARGE)) {
            assertThat(records.patientIds(population.of(story))).as(story.id()).isEmpty();
        }
    }

    @Test
    void personCaredForHasAPlanForDementiaAndACrisisPlan() {
        var id = records.patientIds(population.of(SpecialPerson.CARED_FOR)).getFirst();

        assertThat(records.rows(Table.MHS008_CARE_PLAN, id))
                .extracting(row -> row.get("CarePlanTypeMH").asString())
                .containsExactly("10", "12");
        assertThat(records.rows(Table.MHS006_CARE_COORDINATOR, id)).hasSize(1);
    }

    private List<String> values(Story story, Table table, String field) {
        var id = records.patientIds(population.of(story)).getFirst();
        return records.rows(table, id).stream()
                .map(row -> row.get(field).asString())
                .toList();
    }
}
