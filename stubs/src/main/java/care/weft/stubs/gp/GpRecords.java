package care.weft.stubs.gp;

import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything that the practices hold: each person's chart is written when it is first asked for. */
final class GpRecords {

    private final Population population;
    private final Map<String, Registration> byNhsNumber = new HashMap<>();
    private final Map<String, Registration> byPatientId = new HashMap<>();
    private final Map<String, GpChart> charts = new ConcurrentHashMap<>();

    GpRecords(Population population, Map<String, Surgery> surgeries) {
        this.population = population;
        for (var person : population.people()) {
            var surgery = surgeries.get(person.practice().ods());
            var number = person.nhsNumber();
            if (number != null && surgery != null) {
                var registration = new Registration(person, surgery);
                byNhsNumber.put(number, registration);
                byPatientId.put(registration.patientId(), registration);
            }
        }
    }

    LocalDate today() {
        return population.today();
    }

    /** Whom a practice owns to know by this number: nobody sensitive, and nobody registered elsewhere. */
    Optional<Registration> withNhsNumber(Surgery surgery, String number) {
        return known(surgery, byNhsNumber.get(number));
    }

    /** Whom a practice owns to know by its own id. */
    Optional<Registration> withPatientId(Surgery surgery, String id) {
        return known(surgery, byPatientId.get(id));
    }

    GpChart chart(Registration registration) {
        return charts.computeIfAbsent(registration.patientId(), id -> written(registration));
    }

    private static Optional<Registration> known(Surgery surgery, @Nullable Registration registration) {
        return Optional.ofNullable(registration)
                .filter(each -> each.surgery().equals(surgery))
                .filter(each -> !each.sensitive());
    }

    private GpChart written(Registration registration) {
        var person = registration.person();
        var chart = new GpChart(person, registration.surgery(), registration.patientId(), population.today());
        Story.named(person.key()).ifPresent(story -> new StoryCharts(chart).write(story));
        SpecialPerson.named(person.key()).ifPresent(special -> new SpecialCharts(chart).write(special));
        if (person.ofTheCrowd()) {
            new CrowdCharts(chart).write();
        }
        return chart;
    }
}
