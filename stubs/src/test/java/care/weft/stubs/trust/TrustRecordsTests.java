package care.weft.stubs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.fhir.StoredResource;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrustRecordsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Population POPULATION = Population.of(300, TODAY);
    private static final TrustRecords RECORDS = new TrustRecords(POPULATION);

    @Test
    void recordsOfTheSamePopulationAreTheSame() {
        assertThat(everything(new TrustRecords(Population.of(300, TODAY)), 300)).isEqualTo(everything(RECORDS, 300));
    }

    @Test
    void recordsOfAPersonDoNotDependOnHowManyPeopleThereAre() {
        assertThat(everything(new TrustRecords(Population.of(60, TODAY)), 60)).isEqualTo(everything(RECORDS, 60));
    }

    @Test
    void everyResourceHoldsTheCanaryOfItsPersonAndNoOther() {
        for (var person : POPULATION.people()) {
            for (var resource : of(RECORDS, person)) {
                assertThat(Canaries.PATTERN.matcher(resource.json()).results().map(found -> found.group()))
                        .as(resource.json())
                        .isNotEmpty()
                        .containsOnly(person.canary());
            }
        }
    }

    @Test
    void everyFreeTextOfAResourceHoldsTheCanary() {
        // Displays of codings and names of organisations are reference data, the same for everyone.
        var free = Set.of("text", "description", "comment", "valueString");
        for (var person : POPULATION.people()) {
            for (var resource : of(RECORDS, person)) {
                for (var text : texts(JsonMapper.shared().readTree(resource.json()), free)) {
                    assertThat(text).contains(person.canary());
                }
            }
        }
    }

    @Test
    void everyResourceBelongsToItsPatient() {
        for (var person : POPULATION.people()) {
            for (var registration : registrations(person)) {
                for (var type : TrustStub.SEARCHES.keySet()) {
                    for (var resource : RECORDS.all().of(registration.patientId(), type)) {
                        assertThat(resource.json()).contains("\"Patient/" + registration.patientId() + "\"");
                    }
                }
            }
        }
    }

    @Test
    void nothingWasRecordedInTheFuture() {
        var now = TODAY.atTime(0, 6).atZone(Population.LONDON).toInstant();
        for (var person : POPULATION.people()) {
            assertThat(of(RECORDS, person))
                    .allSatisfy(resource ->
                            assertThat(resource.lastUpdated().until()).isBefore(now));
        }
    }

    @Test
    void theParticularPeopleHaveTheSameNumberOfRecordsOnEveryDay() {
        var first = counts(LocalDate.of(2028, 1, 1));
        // Every weekday, every month, and the leap day.
        for (var day = LocalDate.of(2028, 1, 5); day.getYear() == 2028; day = day.plusDays(5)) {
            assertThat(counts(day)).as("%s", day).isEqualTo(first);
        }
    }

    @Test
    void mostOfTheCrowdIsKnownToTheTrustAndSomeAreNot() {
        var unknown = POPULATION.people().stream()
                .filter(person -> registrations(person).isEmpty())
                .count();

        assertThat(unknown).isBetween(20L, 60L);
    }

    @Test
    void theCrowdHasRecordsOfEveryKind() {
        var counts = new HashMap<String, Integer>();
        POPULATION.people().stream()
                .filter(Person::ofTheCrowd)
                .forEach(person ->
                        of(RECORDS, person).forEach(resource -> counts.merge(type(resource), 1, Integer::sum)));

        assertThat(counts.keySet()).containsAll(TrustStub.SEARCHES.keySet());
        assertThat(counts.values()).allMatch(count -> count > 20);
    }

    @Test
    void theCrowdHasWhatIsEasilyTakenForSomethingElse() {
        var all = POPULATION.people().stream()
                .flatMap(person -> of(RECORDS, person).stream().map(StoredResource::json))
                .toList();

        assertThat(all).anyMatch(json -> json.contains("\"ServiceRequest\"") && json.contains("\"108252007\""));
        for (var service : List.of("community-nursing", "bed-based-intermediate-care")) {
            assertThat(all)
                    .anyMatch(json -> json.contains("\"EpisodeOfCare\"") && json.contains("\"" + service + "\""));
        }
    }

    @Test
    void onlyThoseWhoAreToComeAreToldWhere() {
        for (var person : POPULATION.people()) {
            for (var resource : of(RECORDS, person)) {
                var json = resource.json();
                if (type(resource).equals("Appointment")) {
                    assertThat(json.contains("\"Location\"")).isEqualTo(json.contains("\"In-person\""));
                }
            }
        }
    }

    @Test
    void whoAndWhereIsNeverToldWithoutItsKind() {
        for (var person : POPULATION.people()) {
            for (var resource : of(RECORDS, person)) {
                var json = JsonMapper.shared().readTree(resource.json());
                for (var at : List.of(
                        "/author", "/owner", "/performer/0", "/participant/2/actor", "/participant/0/individual")) {
                    if (json.at(at).has("display")) {
                        assertThat(json.at(at).has("type")).as(at).isTrue();
                    }
                }
            }
        }
    }

    private static List<Integer> counts(LocalDate today) {
        var population = Population.of(19, today);
        var records = new TrustRecords(population);
        return population.people().stream()
                .map(person -> TrustStub.SEARCHES.keySet().stream()
                        .mapToInt(type -> records.registrations(person).stream()
                                .mapToInt(patient -> records.all()
                                        .of(patient.patientId(), type)
                                        .size())
                                .sum())
                        .sum())
                .toList();
    }

    private static Map<String, List<String>> everything(TrustRecords records, int people) {
        var everything = new HashMap<String, List<String>>();
        POPULATION.people().stream()
                .limit(people)
                .forEach(person -> everything.put(
                        person.key(),
                        of(records, person).stream().map(StoredResource::json).toList()));
        return everything;
    }

    private static List<StoredResource> of(TrustRecords records, Person person) {
        var resources = new ArrayList<StoredResource>();
        for (var registration : registrations(person)) {
            var patient = registration.patientId();
            resources.add(records.all().patient(patient).orElseThrow());
            TrustStub.SEARCHES.keySet().stream()
                    .sorted()
                    .forEach(type -> resources.addAll(records.all().of(patient, type)));
        }
        return resources;
    }

    private static List<Registration> registrations(Person person) {
        return RECORDS.registrations(person);
    }

    private static String type(StoredResource resource) {
        return JsonMapper.shared().readTree(resource.json()).get("resourceType").asString();
    }

    private static List<String> texts(JsonNode node, Set<String> names) {
        var texts = new ArrayList<String>();
        node.properties().forEach(property -> {
            boolean question = node.has("linkId") && property.getKey().equals("text");
            if (property.getValue().isString() && names.contains(property.getKey()) && !question) {
                texts.add(property.getValue().asString());
            }
        });
        node.forEach(child -> texts.addAll(texts(child, names)));
        return texts;
    }
}
