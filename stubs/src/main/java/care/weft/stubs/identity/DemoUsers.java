package care.weft.stubs.identity;

import care.weft.stubs.identity.DemoUser.NationalRole;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everyone who can sign in. */
final class DemoUsers {

    static final String PERSON = "person";

    private static final NationalRole DOCTOR = new NationalRole(
            "S8000:G8000:R8000", "\"Clinical\":\"Clinical Provision\":\"Clinical Practitioner Access Role\"");
    private static final NationalRole NURSE =
            new NationalRole("S8000:G8000:R8001", "\"Clinical\":\"Clinical Provision\":\"Nurse Access Role\"");
    private static final NationalRole HEALTH_PROFESSIONAL = new NationalRole(
            "S8000:G8000:R8003", "\"Clinical\":\"Clinical Provision\":\"Health Professional Access Role\"");
    private static final NationalRole CLINICAL_SUPPORT = new NationalRole(
            "S8000:G8001:R8008", "\"Clinical\":\"Clinical Support\":\"Admin/Clinical Support Access Role\"");

    private final Population population;
    private final Map<String, DemoUser> users = new TreeMap<>();

    DemoUsers(Population population) {
        this.population = population;
        var person = population.of(Story.THREE_ASSESSMENTS);
        var practice =
                new Organisation(person.practice().ods(), person.practice().name());
        staff("gp", "Dr Priyanka Nambiar", "GP", DOCTOR, practice);
        staff("nurse", "Grace Owusu", "NURSE", NURSE, Organisation.TRUST);
        staff("social-worker", "Tom Ashdown", "SOCIAL_WORKER", null, Organisation.COUNCIL);
        staff(
                "mental-health",
                "Yasmin Darwish",
                "MENTAL_HEALTH_PRACTITIONER",
                HEALTH_PROFESSIONAL,
                Organisation.MENTAL_HEALTH);
        staff(
                "mdt",
                "Helen Cartwright",
                "MDT_COORDINATOR",
                CLINICAL_SUPPORT,
                Organisation.TRUST,
                Organisation.COUNCIL,
                Organisation.MENTAL_HEALTH,
                practice);
        staff("link-worker", "Jerome Baptiste", "LINK_WORKER", null, Organisation.VOLUNTARY, practice);
        staff("operator", "Piotr Lewandowski", "OPERATOR", null, Organisation.INTEGRATED_CARE_BOARD);
        staff("auditor", "Ruth Penhaligon", "AUDITOR", null, Organisation.INTEGRATED_CARE_BOARD);
        // Of an organisation that is involved in nobody's care: opens records by breaking the glass.
        staff("out-of-hours", "Dr Owen Marsden", "OUT_OF_HOURS_CLINICIAN", DOCTOR, Organisation.OUT_OF_HOURS);
        staff(
                "ig-reviewer",
                "Farah Siddiqui",
                "INFORMATION_GOVERNANCE_REVIEWER",
                null,
                Organisation.INTEGRATED_CARE_BOARD);
        staff("identity-reviewer", "Colin Braithwaite", "IDENTITY_REVIEWER", null, Organisation.INTEGRATED_CARE_BOARD);
        add(new DemoUser("stranger", "user-stranger", "Sam Nobody", List.of(), null, List.of(), null, null));
        add(signedIn(person));
    }

    Optional<DemoUser> named(@Nullable String login) {
        return login == null ? Optional.empty() : Optional.ofNullable(users.get(login));
    }

    /** Someone of the population, signed in to see their own record; empty when the number is nobody's. */
    Optional<DemoUser> personWith(String nhsNumber) {
        return population.withNhsNumber(nhsNumber).map(DemoUsers::signedIn);
    }

    List<String> logins() {
        return List.copyOf(users.keySet());
    }

    private static DemoUser signedIn(Person person) {
        return new DemoUser(
                PERSON,
                "person-" + person.position(),
                person.name().full(),
                List.of("PERSON"),
                null,
                List.of(),
                null,
                person.nhsNumber());
    }

    private void staff(
            String login,
            String name,
            String role,
            @Nullable NationalRole nationalRole,
            Organisation employer,
            Organisation... alsoActsFor) {
        var actsFor = new ArrayList<>(List.of(employer));
        actsFor.addAll(List.of(alsoActsFor));
        add(new DemoUser(login, "user-" + login, name, List.of(role), employer, actsFor, nationalRole, null));
    }

    private void add(DemoUser user) {
        users.put(user.login(), user);
    }
}
