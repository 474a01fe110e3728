package care.weft.stubs.council;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.FhirRecords;
import care.weft.stubs.fhir.StoredResource;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.util.List;
import java.util.Map;

/** Everything the council holds. */
final class CouncilRecords {

    private final Population population;
    private final Person hasTwo;
    private final FhirRecords<Registration> records;

    CouncilRecords(Population population) {
        this.population = population;
        hasTwo = population.of(SpecialPerson.CLOCK_CHANGES);
        records = new FhirRecords<>(new Patients(population.today())::patient, this::chart);
        population.people().forEach(person -> registrations(person).forEach(this::register));
    }

    FhirRecords<Registration> all() {
        return records;
    }

    /** The records that a person is to the council: one, none, or two. */
    List<Registration> registrations(Person person) {
        return Registration.of(person, person.equals(hasTwo));
    }

    private Map<String, List<StoredResource>> chart(Registration registration) {
        var person = registration.person();
        var chart = new Chart(registration, population.today());
        Story.named(person.key()).ifPresent(story -> new StoryCharts(population, chart).write(story));
        SpecialPerson.named(person.key())
                .ifPresent(special -> new SpecialCharts(population, chart, registration.part()).write(special));
        if (person.ofTheCrowd()) {
            new CrowdCharts(registration, chart).write();
        }
        return chart.finished();
    }

    private void register(Registration registration) {
        var id = registration.patientId();
        records.register(id, registration);
        records.identify(Elements.NHS_NUMBER, registration.nhsNumber(), id);
        var local = Interweave.localIdentifier("patient", id);
        records.identify(local.get("system").asString(), local.get("value").asString(), id);
    }
}
