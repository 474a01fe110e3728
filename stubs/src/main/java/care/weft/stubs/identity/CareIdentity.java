package care.weft.stubs.identity;

import care.weft.stubs.identity.DemoUser.NationalRole;
import care.weft.stubs.population.Organisation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Claims in the shape of NHS CIS2, Care Identity Authentication. */
final class CareIdentity {

    private CareIdentity() {}

    static Map<String, Object> claims(String login, NationalRole role, Organisation employer) {
        var user = digits("user " + login);
        return Map.of(
                "nhsid_useruid",
                user,
                "uid",
                user,
                "idassurancelevel",
                "3",
                "nhsid_nrbac_roles",
                List.of(Map.of(
                        "person_orgid", digits("employment " + login),
                        "person_roleid", digits("role " + login),
                        "org_code", employer.ods(),
                        "role_name", role.name(),
                        "role_code", role.code())));
    }

    /** Twelve digits that are always the same for the same text, all of them beginning with 555. */
    private static String digits(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return "555%09d".formatted(checksum.getValue() % 1_000_000_000);
    }
}
