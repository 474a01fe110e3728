package care.weft.gp;

import static care.weft.gp.FakePractices.STRUCTURED;
import static care.weft.gp.FakePractices.error;
import static care.weft.gp.FakePractices.patient;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.HttpCall;
import care.weft.spi.JointReads;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is read together is asked for in one call, and each section takes from the answer what is its own. */
class JointReadsTests {

    private static final String REFERRALS_LIST = list("886721000000107");
    private static final String MISCELLANEOUS_LIST = list("826501000000100");
    private static final String REFERRAL = """
            {"resourceType": "ReferralRequest", "id": "r1", "status": "active", "subject": {"reference": "Patient/7"}}""";
    private static final String FRAILTY = """
            {"resourceType": "Observation", "id": "o1", "status": "final", "subject": {"reference": "Patient/7"},
             "code": {"coding": [{"system": "http://snomed.info/sct", "code": "763264000",
               "display": "Canadian Study of Health and Aging Clinical Frailty Scale score"}]},
             "valueQuantity": {"value": 6}}""";

    private final FakePractices practices = FakePractices.open();

    @Test
    void referralsAndAssessmentsAreOneStructuredRecord() {
        practices.holding(STRUCTURED, patient(""), REFERRALS_LIST, MISCELLANEOUS_LIST, REFERRAL, FRAILTY);

        var replies = read(Section.REFERRALS, Section.ASSESSMENTS);

        assertThat(practices.paths()).containsOnlyOnce(STRUCTURED);
        assertThat(parameters(practices.last(STRUCTURED)))
                .containsExactly("patientNHSNumber", "includeReferrals", "includeUncategorisedData");
        for (var section : Set.of(Section.REFERRALS, Section.ASSESSMENTS)) {
            var found = found(replies, section);
            assertThat(found.entries()).hasSize(1).allMatch(entry -> entry.section() == section);
            assertThat(found.rejected()).isEmpty();
        }
    }

    @Test
    void patientIsFoundOnceForDemographicsAndAppointments() {
        practices.holding(FakePractices.APPOINTMENTS);

        var replies = read(Section.DEMOGRAPHICS, Section.APPOINTMENTS);

        assertThat(practices.paths()).containsOnlyOnce("Patient").containsOnlyOnce(FakePractices.APPOINTMENTS);
        assertThat(found(replies, Section.DEMOGRAPHICS).entries()).hasSize(1);
        assertThat(found(replies, Section.APPOINTMENTS).rejected()).isEmpty();
    }

    @Test
    void areaThatIsTurnedOffIsRefusedAndCostsTheOtherNothing() {
        practices.holding(
                STRUCTURED,
                patient(""),
                REFERRALS_LIST,
                REFERRAL,
                error("not-supported", "NOT_IMPLEMENTED").replace("\"error\"", "\"warning\""));

        var replies = read(Section.REFERRALS, Section.ASSESSMENTS);

        assertThat(found(replies, Section.REFERRALS).entries()).hasSize(1);
        assertThat(found(replies, Section.REFERRALS).rejected()).isEmpty();
        assertThat(replies.get(Section.ASSESSMENTS)).isInstanceOf(PersonReply.Refused.class);
    }

    @Test
    void listOfTheOtherAreaDoesNotSayThatThereIsNothingInThisOne() {
        practices.holding(STRUCTURED, patient(""), REFERRALS_LIST);

        var replies = read(Section.REFERRALS, Section.ASSESSMENTS);

        assertThat(found(replies, Section.REFERRALS).rejected()).isEmpty();
        assertThat(found(replies, Section.ASSESSMENTS).rejected())
                .containsExactly(new Rejection("List", "is missing: whether there is anything is not said"));
    }

    @Test
    void neitherDoesItWhereThisOneWasAskedForAlone() {
        practices.holding(STRUCTURED, patient(""), REFERRALS_LIST);

        assertThat(Asking.found(practices, Section.ASSESSMENTS).rejected())
                .containsExactly(new Rejection("List", "is missing: whether there is anything is not said"));
    }

    private static String list(String code) {
        return """
                {"resourceType": "List", "status": "current",
                 "code": {"coding": [{"system": "http://snomed.info/sct", "code": "%s"}]}}""".formatted(code);
    }

    private Map<Section, PersonReply> read(Section... sections) {
        var adapter = Asking.adapter(practices);
        var joint = new Together();
        return Stream.of(sections)
                .collect(toMap(
                        Function.identity(),
                        section -> Objects.requireNonNull(
                                adapter.read(request(section, joint)).single().block())));
    }

    private static SectionRequest request(Section section, JointReads joint) {
        var alone = Asking.request(section);
        return new SectionRequest(
                section,
                alone.subjects(),
                alone.window(),
                alone.endpoint(),
                alone.actor(),
                alone.purpose(),
                alone.deadline(),
                joint);
    }

    private static PersonReply.Found found(Map<Section, PersonReply> replies, Section section) {
        return (PersonReply.Found) Objects.requireNonNull(replies.get(section));
    }

    private static Stream<String> parameters(HttpCall call) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(call.body()))
                .path("parameter")
                .valueStream()
                .map(parameter -> parameter.path("name").asString());
    }

    /** All that one call can serve is read. */
    private static final class Together implements JointReads {

        private final Map<String, Mono<?>> once = new HashMap<>();
        private final Map<Section, Mono<?>> together = new EnumMap<>(Section.class);

        // The fake is asked for one kind of answer for each call.
        @Override
        @SuppressWarnings("unchecked")
        public <T> Mono<T> once(PersonKey person, String call, Mono<T> made) {
            return (Mono<T>) once.computeIfAbsent(call, _ -> made.cache());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Mono<T> together(
                PersonKey person, Section section, Set<Section> servable, Function<Set<Section>, Mono<T>> call) {
            if (!together.containsKey(section)) {
                var shared = call.apply(servable).cache();
                servable.forEach(each -> together.put(each, shared));
            }
            return (Mono<T>) Objects.requireNonNull(together.get(section));
        }
    }
}
