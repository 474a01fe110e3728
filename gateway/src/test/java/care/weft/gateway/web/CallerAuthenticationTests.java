package care.weft.gateway.web;

import static care.weft.gateway.testing.Records.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.spi.model.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerAuthenticationTests {

    private static final Map<String, Object> COUNCIL = Map.of("ods", "ABC", "name", "A council");
    private static final Map<String, Object> TRUST = Map.of("ods", "RXX", "name", "A trust");

    @Test
    void aCallerIsWhatTheTokenSays() {
        var caller = caller(Map.of(
                "name",
                "A Nurse",
                "roles",
                List.of("NURSE", "GP"),
                "employer",
                TRUST,
                "acts_for",
                List.of(COUNCIL),
                "nhs_number",
                "999 000 0018"));

        assertThat(caller.id()).isEqualTo("u1");
        assertThat(caller.issuer()).isEqualTo("https://login.example");
        assertThat(caller.name()).isEqualTo("A Nurse");
        assertThat(caller.roles()).containsExactlyInAnyOrder(CallerRole.NURSE, CallerRole.GP);
        assertThat(caller.employer()).isEqualTo(new Organisation("RXX", "A trust"));
        assertThat(caller.self()).isEqualTo(ADA);
    }

    @Test
    void aTokenThatSaysNothingMakesACallerWhoMayNothing() {
        var caller = caller(Map.of());

        assertThat(caller.name()).isEqualTo("unknown");
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.employer()).isNull();
        assertThat(caller.actsFor()).isEmpty();
        assertThat(caller.self()).isNull();
    }

    @Test
    void rolesThatTheAccessRulesDoNotKnowAreIgnored() {
        assertThat(caller(Map.of("roles", List.of("ADMIN", "gp", "NURSE", 7))).roles())
                .containsExactly(CallerRole.NURSE);
    }

    @Test
    void rolesThatAreNoListAreNone() {
        assertThat(caller(Map.of("roles", "GP")).roles()).isEmpty();
    }

    @Test
    void theEmployerIsFirstAndOnceAmongTheOrganisationsActedFor() {
        assertThat(caller(Map.of("employer", TRUST, "acts_for", List.of(COUNCIL, TRUST)))
                        .actsFor())
                .extracting(Organisation::odsCode)
                .containsExactly("RXX", "ABC");
    }

    @Test
    void organisationsWithoutANameAreLeftOutAndOnesWithoutACodeAreNot() {
        assertThat(caller(Map.of("acts_for", List.of(Map.of("ods", "RXX"), Map.of("name", "A charity"), "RXX")))
                        .actsFor())
                .containsExactly(new Organisation(null, "A charity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000019", "999000001", "not a number", ""})
    void aNumberThatIsNoNhsNumberIsNone(String stated) {
        assertThat(caller(Map.of("nhs_number", stated)).self()).isNull();
    }

    @Test
    void theCallerShowsTheirIdAlone() {
        var token = authenticate(Map.of("name", "A Nurse", "nhs_number", "9990000018"));

        assertThat(token.caller()).hasToString("Caller[u1]");
        assertThat(token.getName()).isEqualTo("u1");
        assertThat(token.getAuthorities()).isEmpty();
    }

    private static Caller caller(Map<String, Object> claims) {
        return authenticate(claims).caller();
    }

    private static CallerAuthentication.CallerToken authenticate(Map<String, Object> claims) {
        var all = new LinkedHashMap<>(claims);
        all.put("sub", "u1");
        all.put("iss", "https://login.example");
        var token = new Jwt("token", null, null, Map.of("alg", "ES256"), all);
        var authenticated = new CallerAuthentication().convert(token).block();
        return (CallerAuthentication.CallerToken) Objects.requireNonNull(authenticated);
    }
}
