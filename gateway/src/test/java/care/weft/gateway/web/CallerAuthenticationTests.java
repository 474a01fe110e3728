package care.weft.gateway.web;

import static care.weft.gateway.testing.Records.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Team;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.SpineIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
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
    void anOrganisationIsStatedByNameAndCodeOrByCodeAlone() {
        assertThat(caller(Map.of("acts_for", List.of(Map.of("ods", "RXX"), Map.of("name", "A charity"), "RXY", 7)))
                        .actsFor())
                .containsExactly(new Organisation(null, "A charity"), new Organisation("RXY", "RXY"));
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

    private static final ClaimMapping NATIONAL = mapping(
            Map.of("words.[Senior social worker]", "SOCIAL_WORKER", "deployments.RXX", "LCO1"),
            Map.of("national-roles.R0260", "GP", "national-roles.[S0030:G0100:R0620]", "NURSE", "id", "nhsid_useruid"));

    private static Map<String, Object> role(String id, String code, String organisation) {
        return Map.of("person_roleid", id, "role_code", code, "org_code", organisation);
    }

    @Test
    void nationalClaimsSayWhoWhereAndInWhichRole() {
        var caller = authenticate(
                        NATIONAL,
                        Map.of(
                                "nhsid_useruid",
                                "555000000001",
                                "nhsid_nrbac_roles",
                                List.of(role("1", "S0030:G0100:R0620", "RXX")),
                                "nhsid_user_orgs",
                                List.of(Map.of("org_code", "RXX", "org_name", "A trust"))))
                .caller();

        assertThat(caller.id()).isEqualTo("555000000001");
        assertThat(caller.roles()).containsExactly(CallerRole.NURSE);
        assertThat(caller.employer()).isEqualTo(new Organisation("RXX", "A trust"));
        assertThat(caller.actsFor())
                .as("staff of the trust are deployed to the local care organisation")
                .containsExactly(new Organisation("RXX", "A trust"), new Organisation("LCO1", "LCO1"));
    }

    @Test
    void ofSeveralNationalRolesTheSelectedOneCountsAndNoneIfNoneIsSelected() {
        List<Map<String, Object>> roles =
                List.of(role("1", "S0030:G0100:R0620", "RXX"), role("2", "S0010:G0020:R0260", "P1"));

        var selected = authenticate(NATIONAL, Map.of("nhsid_nrbac_roles", roles, "selected_roleid", "2"))
                .caller();
        assertThat(selected.roles()).containsExactly(CallerRole.GP);
        assertThat(selected.employer()).isEqualTo(new Organisation("P1", "P1"));
        assertThat(authenticate(NATIONAL, Map.of("nhsid_nrbac_roles", roles))
                        .caller()
                        .roles())
                .isEmpty();
        assertThat(authenticate(NATIONAL, Map.of("nhsid_nrbac_roles", "GP"))
                        .caller()
                        .roles())
                .isEmpty();
    }

    @Test
    void theSpinesNumbersAreThoseOfTheUserAndOfTheRoleInWhichTheyAct() {
        List<Map<String, Object>> roles =
                List.of(role("1", "S0030:G0100:R0620", "RXX"), role("2", "S0010:G0020:R0260", "P1"));
        Map<String, Object> claims = Map.of("nhsid_useruid", "555000000001", "nhsid_nrbac_roles", roles);
        var selected = new LinkedHashMap<>(claims);
        selected.put("selected_roleid", "2");

        assertThat(authenticate(NATIONAL, selected).caller().spine()).isEqualTo(new SpineIdentity("555000000001", "2"));
        assertThat(authenticate(NATIONAL, claims).caller().spine())
                .as("none of several is selected")
                .isEqualTo(new SpineIdentity("555000000001", null));
        assertThat(caller(Map.of("nhsid_nrbac_roles", roles)).spine()).isNull();
    }

    @Test
    void whoHasNoNationalRoleIsKnownByTheirIssuersOwnWords() {
        var caller = authenticate(
                        NATIONAL, Map.of("roles", List.of("Senior social worker", "Head of parks"), "employer", "00BN"))
                .caller();

        assertThat(caller.roles()).containsExactly(CallerRole.SOCIAL_WORKER);
        assertThat(caller.employer()).isEqualTo(new Organisation("00BN", "00BN"));
    }

    @Test
    void anIssuerGivesNoRoleThatItMayNotGive() {
        var patients = mapping(Map.of("everybody", "PERSON"), Map.of("grants", "PERSON,PROXY"));

        assertThat(authenticate(patients, Map.of("roles", List.of("GP", "AUDITOR")))
                        .caller()
                        .roles())
                .containsExactly(CallerRole.PERSON);
    }

    @Test
    void thoseForWhomSomebodyActsAreTheirNumbers() {
        assertThat(caller(Map.of("proxy_for", List.of("999 000 0018", "9990000019", 7)))
                        .proxyFor())
                .containsExactly(ADA);
    }

    @Test
    void teamsAreStatedByCodeOrNameOrBoth() {
        assertThat(caller(Map.of(
                                "teams", List.of("T12", Map.of("code", "T13", "name", "Falls team"), Map.of(), " ", 7)))
                        .teams())
                .containsExactly(Team.of("T12"), new Team("T13", "Falls team"));
        assertThat(caller(Map.of("teams", "Falls team")).teams()).containsExactly(Team.of("Falls team"));
        assertThat(caller(Map.of()).teams()).isEmpty();
    }

    /** Many workgroups are no teams: they count where the place says so. */
    @Test
    void workgroupsOfTheSelectedNationalRoleAreTeamsWhereThePlaceSaysSo() {
        var claims = Map.<String, Object>of(
                "selected_roleid",
                "2",
                "nhsid_nrbac_roles",
                List.of(
                        Map.of(
                                "person_roleid",
                                "1",
                                "role_code",
                                "R0260",
                                "org_code",
                                "P1",
                                "workgroups",
                                List.of("A")),
                        Map.of(
                                "person_roleid",
                                "2",
                                "role_code",
                                "R0260",
                                "org_code",
                                "P2",
                                "workgroups",
                                List.of("B"))));

        assertThat(authenticate(NATIONAL, claims).caller().teams()).isEmpty();
        assertThat(authenticate(mapping(Map.of("teams", "workgroups"), Map.of("national-roles.R0260", "GP")), claims)
                        .caller()
                        .teams())
                .containsExactly(Team.of("B"));
    }

    private static ClaimMapping mapping(Map<String, String> some, Map<String, String> more) {
        var written = new LinkedHashMap<String, String>();
        some.forEach((key, value) -> written.put("claims." + key, value));
        more.forEach((key, value) -> written.put("claims." + key, value));
        return new Binder(new MapConfigurationPropertySource(written)).bindOrCreate("claims", ClaimMapping.class);
    }

    private static Caller caller(Map<String, Object> claims) {
        return authenticate(claims).caller();
    }

    private static CallerAuthentication.CallerToken authenticate(Map<String, Object> claims) {
        return authenticate(ClaimMapping.OWN, claims);
    }

    private static CallerAuthentication.CallerToken authenticate(ClaimMapping mapping, Map<String, Object> claims) {
        var all = new LinkedHashMap<>(claims);
        all.put("sub", "u1");
        all.putIfAbsent(mapping.id(), "u1");
        all.put("iss", "https://login.example");
        var token = new Jwt("token", null, null, Map.of("alg", "ES256"), all);
        var authenticated = new CallerAuthentication(mapping).convert(token).block();
        return (CallerAuthentication.CallerToken) Objects.requireNonNull(authenticated);
    }
}
