package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person from the hospital trust, with everything that it holds. */
class OnePersonJourneyTests extends TrustJourney {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void theTrustsAssessmentsComeInAllThreeForms() {
        var assessments = askAbout(story(Story.THREE_ASSESSMENTS), """
                assessments { nodes { title assessmentStatus content score } totalCount { value atLeast }
                  completeness complete sources { partner { id } outcome rejectedRecords retryable message } }""").person().path("assessments");

        assertThat(lines(assessments.path("nodes"), "title", "assessmentStatus", "content", "score"))
                .containsExactly(
                        "Comprehensive geriatric assessment BOOKED METADATA null",
                        "Canadian Study of Health and Aging clinical frailty scale COMPLETED SCORE 6",
                        "Malnutrition universal screening tool score COMPLETED SCORE 1",
                        "Waterlow pressure sore risk score COMPLETED SCORE 16",
                        "Multifactorial falls assessment COMPLETED FULL null");
        assertThat(assessments.path("totalCount")).hasToString("{\"value\":5,\"atLeast\":false}");
        assertThat(assessments.path("complete").asBoolean()).isTrue();
        assertThat(assessments.path("sources")).hasToString("""
                [{"partner":{"id":"trust"},"outcome":"ANSWERED","rejectedRecords":0,"retryable":false,\
                "message":"Manchester University NHS Foundation Trust answered."}]""");
    }

    @Test
    void everyRecordSaysWhereItIsFromAndHowOldItIs() {
        var nodes = askAbout(story(Story.THREE_ASSESSMENTS), """
                timeline(first: 100) { nodes { id provenance { partner { id name odsCode } recordId recordedAt retrievedAt
                  freshness ageSeconds } } }""")
                .person()
                .path("timeline")
                .path("nodes");

        assertThat(nodes.size()).isGreaterThan(15);
        var ids = new HashSet<String>();
        nodes.forEach(node -> {
            var provenance = node.path("provenance");
            assertThat(ids.add(node.path("id").asString())).as("ids are unique").isTrue();
            assertThat(provenance.path("partner")).hasToString("""
                    {"id":"trust","name":"Manchester University NHS Foundation Trust","odsCode":"R0A"}""");
            assertThat(provenance.path("recordId").asString()).isNotBlank();
            assertThat(OffsetDateTime.parse(provenance.path("recordedAt").asString()))
                    .isBefore(
                            OffsetDateTime.parse(provenance.path("retrievedAt").asString()));
            assertThat(provenance.path("freshness").asString()).isEqualTo("LIVE");
            assertThat(provenance.path("ageSeconds").asInt()).isZero();
        });
    }

    @Test
    void theTimelineHoldsEveryKindNewestFirstAndPagesToItsEnd() {
        var whole = page(story(Story.THREE_ASSESSMENTS), 100, null);
        var nodes = whole.path("nodes");
        assertThat(values(nodes, "__typename")).contains("Appointment", "Referral", "Assessment", "Stay");
        assertThat(values(nodes, "when"))
                .isSortedAccordingTo((one, other) -> OffsetDateTime.parse(other)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(one).toInstant()));

        var paged = new ArrayList<String>();
        String after = null;
        do {
            var page = page(story(Story.THREE_ASSESSMENTS), 4, after);
            paged.addAll(values(page.path("nodes"), "id"));
            after = page.path("pageInfo").path("hasNextPage").asBoolean()
                    ? page.path("pageInfo").path("endCursor").asString()
                    : null;
        } while (after != null);

        assertThat(paged).containsExactlyElementsOf(values(nodes, "id"));
    }

    private JsonNode page(Person person, int first, @Nullable String after) {
        return askAbout(
                        person,
                        "timeline(first: " + first + (after == null ? "" : ", after: \"" + after + "\"")
                                + ") { nodes { __typename id when } pageInfo { hasNextPage endCursor } }")
                .person()
                .path("timeline");
    }

    @Test
    void aListOfManyPagesAtThePartnerIsWhole() {
        var person = STUBS.population().of(SpecialPerson.MANY_APPOINTMENTS);

        var appointments = askAbout(person, "appointments(first: 1) { totalCount { value atLeast } complete }")
                .person()
                .path("appointments");

        assertThat(appointments.path("totalCount")).hasToString("{\"value\":130,\"atLeast\":false}");
        assertThat(appointments.path("complete").asBoolean()).isTrue();
    }

    @Test
    void oneUnreadableRecordCostsItselfAndTheListSaysSo() {
        var person = STUBS.population().of(SpecialPerson.UNREADABLE_RECORD);

        var appointments = askAbout(person, """
                appointments { nodes { title } totalCount { value atLeast } completeness
                  sources { outcome rejectedRecords message } }""").person().path("appointments");

        assertThat(appointments.path("nodes").size()).isEqualTo(3);
        assertThat(appointments.path("totalCount")).hasToString("{\"value\":3,\"atLeast\":true}");
        assertThat(appointments.path("completeness").asString()).isEqualTo("INCOMPLETE");
        assertThat(appointments.path("sources")).hasToString("""
                [{"outcome":"PARTIAL","rejectedRecords":1,"message":"Manchester University NHS Foundation Trust answered in \
                part: one record could not be read, so look in its own system too."}]""");
    }

    @Test
    void partialDatesStayPartial() {
        var person = STUBS.population().of(SpecialPerson.PARTIAL_DATES);

        var found = askAbout(person, """
                referrals { nodes { requestedOn whenPrecision daysWaiting } }
                assessments { nodes { completedOn whenPrecision } }
                stays { nodes { admittedOnPrecision } }""").person();

        var dates = values(found.path("referrals").path("nodes"), "requestedOn");
        dates.addAll(values(found.path("assessments").path("nodes"), "completedOn"));
        assertThat(dates).anyMatch(date -> date.matches("\\d{4}-\\d{2}")).anyMatch(date -> date.matches("\\d{4}"));
        found.path("referrals").path("nodes").forEach(referral -> {
            if (!"DAY".equals(referral.path("whenPrecision").asString())
                    && !"TIME".equals(referral.path("whenPrecision").asString())) {
                assertThat(referral.path("daysWaiting").isNull()).isTrue();
            }
        });
    }

    @Test
    void appointmentsKeepTheirClockTimeWhenTheClocksChange() {
        var person = STUBS.population().of(SpecialPerson.CLOCK_CHANGES);

        var starts = values(
                askAbout(person, "appointments { nodes { startsAt } }")
                        .person()
                        .path("appointments")
                        .path("nodes"),
                "startsAt");

        assertThat(starts).isNotEmpty().allSatisfy(start -> {
            var moment = OffsetDateTime.parse(start);
            assertThat(moment.getOffset()).isEqualTo(LONDON.getRules().getOffset(moment.toInstant()));
        });
        assertThat(starts).anyMatch(start -> start.endsWith("+01:00")).anyMatch(start -> start.endsWith("Z"));
    }

    @Test
    void askingOutsideWhatThePartnerCoversIsIncompleteAndSaysWhy() {
        var today = StoryClock.TODAY;

        var appointments = askAbout(
                        story(Story.THREE_ASSESSMENTS),
                        "appointments(from: \"" + today.minusYears(5)
                                + "\") { completeness sources { outcome covers { from to } message } }")
                .person()
                .path("appointments");

        var source = appointments.path("sources").path(0);
        assertThat(appointments.path("completeness").asString()).isEqualTo("INCOMPLETE");
        assertThat(source.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(source.path("covers").path("from").asString())
                .isEqualTo(today.minusYears(2).toString());
        assertThat(source.path("message").asString()).contains("but only for").contains("onwards");
    }

    @Test
    void whatNoConnectedPartnerHoldsIsNeverComplete() {
        var packages = askAbout(story(Story.THREE_ASSESSMENTS), """
                carePackages { nodes { title } completeness totalCount { value atLeast } sources { outcome message } }""").person().path("carePackages");

        assertThat(packages).hasToString("""
                {"nodes":[],"completeness":"INCOMPLETE","totalCount":{"value":0,"atLeast":true},"sources":[\
                {"outcome":"NOT_OFFERED","message":"Manchester University NHS Foundation Trust does not offer care \
                packages."}]}""");
    }

    @Test
    void aPartnerLeftOutIsNotNeeded() {
        var referrals = askAbout(story(Story.THREE_ASSESSMENTS), """
                referrals(exceptPartners: ["trust"]) { nodes { title } sources { outcome } }""").person().path("referrals");

        assertThat(referrals).hasToString("{\"nodes\":[],\"sources\":[{\"outcome\":\"NOT_NEEDED\"}]}");
    }

    @Test
    void demographicsCarryTheirSource() {
        var person = story(Story.THREE_ASSESSMENTS);

        var found = askAbout(person, """
                id nhsNumber askedFor identities { partner { id } state }
                demographics { value { name { family provenance { partner { id } } } birthDate { date } death { on }
                  practice { organisation { odsCode } } } conflicts { field } complete }""").person();

        assertThat(found.path("nhsNumber").asString()).isEqualTo(person.nhsNumber());
        assertThat(found.path("id").asString()).doesNotContain(number(person)).hasSizeGreaterThan(20);
        assertThat(found.path("askedFor").isNull()).isTrue();
        assertThat(found.path("identities")).hasToString("[{\"partner\":{\"id\":\"trust\"},\"state\":\"CONFIRMED\"}]");
        var demographics = found.path("demographics");
        assertThat(demographics.path("value").path("name").path("family").asString())
                .isEqualTo(person.name().family());
        assertThat(demographics.path("value").path("birthDate").path("date").asString())
                .isEqualTo(person.birthDate().toString());
        assertThat(demographics.path("complete").asBoolean()).isTrue();
    }

    @Test
    void filtersSelectFromTheSameAnswer() {
        var found = askAbout(story(Story.THREE_ASSESSMENTS), """
                open: referrals(openOnly: true) { nodes { referralStatus } }
                all: referrals { nodes { referralStatus } }
                done: assessments(status: [COMPLETED]) { totalCount { value } }
                now: stays(current: true) { nodes { stayState } }
                before: stays(current: false) { nodes { stayState } }""").person();

        assertThat(values(found.path("open").path("nodes"), "referralStatus"))
                .isNotEmpty()
                .containsOnly("ACTIVE");
        assertThat(values(found.path("all").path("nodes"), "referralStatus")).contains("COMPLETED");
        assertThat(found.path("done").path("totalCount").path("value").asInt()).isEqualTo(4);
        assertThat(values(found.path("before").path("nodes"), "stayState")).contains("DISCHARGED");
        assertThat(values(found.path("now").path("nodes"), "stayState")).doesNotContain("DISCHARGED");
        assertThat(STUBS.trust().calls("ServiceRequest")).isEqualTo(1);
    }

    @Test
    void sourcesAnswerForTheSectionsNamed() {
        var sources =
                ask("gp", """
                query($n: NhsNumber!) { person(nhsNumber: $n) { sources(sections: [STAYS, DEMOGRAPHICS, STAYS]) {
                  section outcome } } }""", Map.of("n", number(story(Story.CARER)))).person().path("sources");

        assertThat(sources).hasToString("""
                [{"section":"STAYS","outcome":"ANSWERED"},{"section":"DEMOGRAPHICS","outcome":"ANSWERED"}]""");
    }

    static List<String> values(JsonNode nodes, String field) {
        var values = new ArrayList<String>();
        nodes.forEach(node -> values.add(node.path(field).asString()));
        return values;
    }

    private static List<String> lines(JsonNode nodes, String... fields) {
        var lines = new ArrayList<String>();
        nodes.forEach(node -> {
            var words = new ArrayList<String>();
            for (var field : fields) {
                words.add(node.path(field).isNull() ? "null" : node.path(field).asString());
            }
            lines.add(String.join(" ", words).replaceAll(" \\[mk\\w+]", ""));
        });
        return lines;
    }
}
