package care.weft.stubs.trust;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.FhirRecords;
import care.weft.stubs.fhir.StoredResource;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.util.List;
import java.util.Map;

/** Everything the trust holds. */
final class TrustRecords {

    private final Population population;
    private final Person hasTwo;
    private final FhirRecords<Registration> records;

    TrustRecords(Population population) {
        this.population = population;
        hasTwo = population.of(SpecialPerson.TWO_TRUST_RECORDS);
        records = new FhirRecords<>(new Patients(population)::patient, this::chart);
        population.people().forEach(person -> registrations(person).forEach(this::register));
    }

    FhirRecords<Registration> all() {
        return records;
    }

    /** The Patients that a person is to the trust: mostly one, sometimes none or two. */
    List<Registration> registrations(Person person) {
        return Registration.of(person, person.equals(hasTwo));
    }

    private Map<String, List<StoredResource>> chart(Registration registration) {
        var person = registration.person();
        var chart = new Chart(person, registration.patientId(), population.today());
        Story.named(person.key()).ifPresent(story -> new StoryCharts(chart).write(story));
        SpecialPerson.named(person.key())
                .ifPresent(special -> new SpecialCharts(chart, registration.part()).write(special));
        if (person.ofTheCrowd()) {
            new CrowdCharts(chart).write();
        }
        return chart.finished();
    }

    private void register(Registration registration) {
        var id = registration.patientId();
        records.register(id, registration);
        records.identify(Local.HOSPITAL_NUMBER, registration.hospitalNumber(), id);
        records.identify(Elements.NHS_NUMBER, registration.person().nhsNumber(), id);
        records.identify(Elements.NHS_NUMBER, registration.person().formerNhsNumber(), id);
    }
}
