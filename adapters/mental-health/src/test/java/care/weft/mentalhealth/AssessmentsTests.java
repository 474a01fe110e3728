package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.NHS_NUMBER;
import static care.weft.mentalhealth.Asking.NUMBER;
import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentsTests {

    private static final String REFERRAL = "MHS606CodedScoreAssessmentRefer";
    private static final String ACTIVITY = "MHS607CodedScoreAssessmentAct";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String AT = "2026-02-10 10:35:00";
    private static final List<String> HONOS_65 = Tools.byItem().entrySet().stream()
            .filter(item -> item.getValue().name().equals("HoNOS-65+"))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void rowsOfOneHonosAreOneAssessment() {
        trust.holding(REFERRAL, honos("2", AT).toArray(String[]::new));

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);

        assertThat(read.source().recordId())
                .isEqualTo("MHS606CodedScoreAssessmentRefer/S1/HoNOS-65+/2026-02-10T10:35:00Z");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("GM1")));
        assertThat(read.title()).isEqualTo("Health of the Nation Outcome Scales 65+");
        assertThat(read.code())
                .isEqualTo(new Coding(
                        "urn:mhsds:v6:assessment-tool", "HoNOS-65+", "Health of the Nation Outcome Scales 65+"));
        assertThat(read.score()).isEqualByComparingTo("24");
        assertThat(read.summary()).isNull();
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
        assertThat(read.subject()).isEqualTo(AssessmentSubject.PERSON);
        assertThat(read.completedOn()).isEqualTo(new PartialDate(2026, 2, 10));
        assertThat(read.assessor()).isEqualTo(new Practitioner("B. Nurse", "community nurse"));
        assertThat(read.content()).isEqualTo(ContentLevel.SCORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "999", "5", "-1", ""})
    void totalIsSaidOnlyWhenEveryItemHasAValidScore(String stated) {
        var rows = new ArrayList<>(honos("2", AT));
        rows.set(3, rows.get(3).replace("\"PersScore\": \"2\"", "\"PersScore\": \"" + stated + "\""));
        trust.holding(REFERRAL, rows.toArray(String[]::new));

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);
        assertThat(read.score()).isNull();
        assertThat(read.summary()).isEqualTo("11 of 12 items scored: no total");
    }

    @Test
    void itemThatCannotBeReadCostsItselfAndTheTotal() {
        var rows = new ArrayList<>(honos("2", AT));
        rows.set(3, rows.get(3).replace("\"PersScore\": \"2\"", "\"PersScore\": \"45P\""));
        trust.holding(REFERRAL, rows.toArray(String[]::new));

        var found = found(trust, Section.ASSESSMENTS);
        assertThat(found.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Assessment.class, read -> assertThat(read.score()).isNull());
        assertThat(found.rejected()).containsExactly(new Rejection(REFERRAL, "PersScore is missing or not readable"));
    }

    @Test
    void itemStatedTwiceWithDifferentScoresIsNotScored() {
        var rows = new ArrayList<>(honos("2", AT));
        rows.add(rows.getFirst().replace("\"PersScore\": \"2\"", "\"PersScore\": \"3\""));
        trust.holding(REFERRAL, rows.toArray(String[]::new));

        assertThat(one(trust, Section.ASSESSMENTS, Assessment.class).score()).isNull();
    }

    @Test
    void otherMomentsReferralsActivitiesAndPatientsAreOtherAssessments() {
        var rows = new ArrayList<>(honos("1", AT));
        rows.addAll(honos("2", "2026-02-24 10:35:00"));
        rows.addAll(honos("3", AT).stream()
                .map(row -> row.replace("\"S1\"", "\"S2\""))
                .toList());
        rows.addAll(honos("4", AT).stream()
                .map(row -> "{\"LocalPatientId\": \"GM2\", " + row + "}")
                .toList());
        trust.holding(REFERRAL, rows.toArray(String[]::new));
        trust.holding(
                ACTIVITY,
                honos("0", AT).stream()
                        .map(row -> row.replace("ServiceRequestId", "CareActId"))
                        .toArray(String[]::new));

        var found = found(trust, Section.ASSESSMENTS);
        assertThat(found.entries())
                .extracting(entry ->
                        Objects.requireNonNull(((Assessment) entry).score()).intValue())
                .containsExactly(12, 24, 36, 48, 0);
        assertThat(found.entries().stream()
                        .map(entry -> entry.source().recordId())
                        .distinct())
                .as("the other patient's has the id of the first")
                .hasSize(4);
        assertThat(found.entries().get(3).source().owner().localId()).isEqualTo(new LocalId("GM2"));
    }

    @Test
    void totalThatIsSentIsTheScoreAndItsCodeTheTools() {
        trust.holding(REFERRAL, item("720433000", "12", AT) + ", \"NHSNumber\": \"" + NUMBER + "\"");

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);
        assertThat(read.title()).isEqualTo("Patient Health Questionnaire (PHQ-9)");
        assertThat(read.code()).isEqualTo(new Coding(SNOMED, "720433000", "Patient Health Questionnaire (PHQ-9)"));
        assertThat(read.score()).isEqualByComparingTo("12");
        assertThat(read.source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("GM1")));
    }

    @ParameterizedTest
    @CsvSource({"12, 12, 12", "12, 13,", "12, 999, 12", "999, 99,"})
    void olderAndNewerCodeOfATotalMustAgree(String newer, String older, @Nullable String total) {
        trust.holding(REFERRAL, item("720433000", newer, AT), item("506701000000100", older, AT));

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);
        if (total == null) {
            assertThat(read.score()).isNull();
            assertThat(read.summary()).isNotNull();
        } else {
            assertThat(read.score()).isEqualByComparingTo(total);
        }
    }

    @Test
    void partsOfAToolWithoutTheTotalThatItSendsAreCounted() {
        trust.holding(REFERRAL, item("446826001", "999", AT), item("473345001", "2.4", AT));

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);
        assertThat(read.title()).isEqualTo("Eating Disorder Examination Questionnaire");
        assertThat(read.score()).isNull();
        assertThat(read.summary()).isEqualTo("1 item scored: no total");
    }

    @Test
    void toolWithoutATotalSaysHowManyItemsWereScored() {
        trust.holding(ACTIVITY, """
                "CareActId": "A1", "CodedAssToolType": "1037651000000100", "PersScore": "4\"""", """
                "CareActId": "A1", "CodedAssToolType": "1037661000000102", "PersScore": "6\"""");

        var read = one(trust, Section.ASSESSMENTS, Assessment.class);
        assertThat(read.title()).isEqualTo("DIALOG patient-rated outcome measure");
        assertThat(read.score()).isNull();
        assertThat(read.summary()).isEqualTo("2 items scored; this tool has no total");
        assertThat(read.completedOn()).isNull();
        assertThat(read.assessmentStatus()).isEqualTo(AssessmentStatus.COMPLETED);
    }

    @Test
    void unknownCodeIsToldByItsOwnWordsAndNeverGuessed() {
        trust.holding(
                REFERRAL,
                item("218023008", "12345", AT),
                item("555000999000107", "31", AT) + ", \"CodedAssToolTypeName\": \"Relatives' stress scale score\"");

        assertThat(found(trust, Section.ASSESSMENTS).entries())
                .extracting(entry -> {
                    var read = (Assessment) entry;
                    return read.title() + "; " + read.score() + "; " + read.summary();
                })
                .containsExactly(
                        "Coded assessment 218023008; null; Recorded score 12345, on a scale that is not known here",
                        "Relatives' stress scale score; null; Recorded score 31, on a scale that is not known here");
    }

    @Test
    void rowsWithoutCodeOwnerOrReadableMomentAreRejected() {
        trust.holding(
                REFERRAL,
                item("", "1", AT),
                item("720433000", "1", "no time"),
                "{\"CodedAssToolType\": \"720433000\", \"PersScore\": \"1\"}");

        var found = found(trust, Section.ASSESSMENTS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected())
                .extracting(Rejection::reason)
                .containsExactly(
                        "CodedAssToolType is missing or not readable",
                        "AssToolCompTimestamp is missing or not readable",
                        "LocalPatientId is missing or not readable");
    }

    private static List<String> honos(String score, String at) {
        return HONOS_65.stream().map(code -> item(code, score, at)).toList();
    }

    private static String item(String code, String score, String at) {
        return """
                "ServiceRequestId": "S1", "CodedAssToolType": "%s", "PersScore": "%s", "AssToolCompTimestamp": "%s",
                "CareProfLocalIdName": "B. Nurse", "CareProfLocalIdRole": "community nurse\"""".formatted(code, score, at);
    }
}
