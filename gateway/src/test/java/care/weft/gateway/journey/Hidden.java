package care.weft.gateway.journey;

import static care.weft.gateway.journey.HiddenRecord.OF_PRACTICES;
import static care.weft.gateway.journey.HiddenRecord.OF_THE_COUNCIL;
import static care.weft.gateway.journey.HiddenRecord.OF_THE_TRUST;

import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** By what a record is hidden from whom. */
@SuppressWarnings("ImmutableEnumChecker") // made once, of immutable collections and functions without a state
enum Hidden {
    VERY_RESTRICTED_FROM_A_GP("V", staff("gp"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    VERY_RESTRICTED_FROM_A_COORDINATOR("V", staff("mdt"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    VERY_RESTRICTED_FROM_WHO_WOULD_CARE_BY_IT(
            "V", agency(Organisation.TRUST, null), List.of(), OF_THE_TRUST, Set.of(), Set.of()),
    RESTRICTED_FROM_A_LINK_WORKER("R", staff("link-worker"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    RESTRICTED_FROM_SUPPORT_STAFF("R", as("SUPPORT_STAFF"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    RESTRICTED_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON(
            "R",
            agency(Organisation.MENTAL_HEALTH, "Asked to see them again by a relative"),
            List.of(Story.CONFLICTING_BIRTH_DATE),
            OF_THE_TRUST,
            Set.of(),
            OF_PRACTICES),
    NOT_FOR_THE_PERSON("NOPAT", Hidden::themselves, List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    NOT_FOR_A_PROXY("NOPAT", as("PROXY"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
    A_SECTION_NOT_FOR_THE_ROLE(
            null,
            staff("link-worker"),
            List.of(),
            Set.of("ServiceRequest", "Encounter"),
            Set.of("ServiceRequest"),
            Set.of("ReferralRequest")),
    ANOTHER_SERVICES_RECORD(null, staff("link-worker"), List.of(), Set.of("Appointment"), Set.of(), Set.of()),
    SOCIAL_CARE_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON(
            null,
            agency(Organisation.MENTAL_HEALTH, "Asked to see them again by a relative"),
            List.of(Story.CONFLICTING_BIRTH_DATE),
            Set.of(),
            OF_THE_COUNCIL,
            Set.of());

    /** @param reason why they ask; null where they do not say */
    record Asker(String token, @Nullable String reason) {}

    private final @Nullable String label;
    private final BiFunction<IdentityProvider, Person, Asker> asking;
    private final List<Story> people;
    private final List<Set<String>> types;

    Hidden(
            @Nullable String label,
            BiFunction<IdentityProvider, Person, Asker> asking,
            List<Story> people,
            Set<String> trust,
            Set<String> council,
            Set<String> practices) {
        this.label = label;
        this.asking = asking;
        this.people = people.isEmpty()
                ? Arrays.stream(Story.values())
                        .filter(story -> story != Story.NO_NHS_NUMBER)
                        .toList()
                : people;
        types = List.of(trust, council, practices);
    }

    /** About whom is asked. */
    List<Story> people() {
        return people;
    }

    /** Who asks about one of them. */
    Asker asker(IdentityProvider issuer, Person person) {
        return asking.apply(issuer, person);
    }

    /** What is hidden at the trust, the council and the practices. */
    List<HiddenRecord> records() {
        return types.stream().map(of -> new HiddenRecord(of, label)).toList();
    }

    /** Where the whole section is denied, no partner is asked for it. */
    boolean isAskedFor() {
        return this != A_SECTION_NOT_FOR_THE_ROLE && this != SOCIAL_CARE_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON;
    }

    private static BiFunction<IdentityProvider, Person, Asker> staff(String user) {
        return (issuer, _) -> new Asker(issuer.token(user), null);
    }

    private static Asker themselves(IdentityProvider issuer, Person person) {
        return new Asker(issuer.personToken(FrontDoor.number(person)), null);
    }

    private static BiFunction<IdentityProvider, Person, Asker> as(String role) {
        return (issuer, person) -> new Asker(
                issuer.token("mdt", claims -> {
                    claims.put("roles", List.of(role));
                    claims.put("proxy_for", List.of(FrontDoor.number(person)));
                }),
                null);
    }

    /** A nurse whom nothing ties to anybody but what an organisation holds. */
    private static BiFunction<IdentityProvider, Person, Asker> agency(Organisation of, @Nullable String reason) {
        return (issuer, _) -> new Asker(
                issuer.token("nurse", claims -> {
                    claims.put("employer", Map.of("ods", "AGENCY", "name", "An agency"));
                    claims.put("acts_for", List.of(Map.of("ods", of.ods(), "name", of.name())));
                }),
                reason);
    }
}
