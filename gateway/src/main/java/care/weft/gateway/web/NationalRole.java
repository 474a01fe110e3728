package care.weft.gateway.web;

import care.weft.spi.model.Organisation;
import care.weft.spi.model.SpineIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The national job role in which somebody has signed in, by the claims of NHS CIS2: {@code nhsid_nrbac_roles}, of which
 * {@code selected_roleid} names one by its {@code person_roleid}.
 *
 * @param code such as {@code S0010:G0020:R0260}
 * @param organisation where it is held
 */
record NationalRole(String code, Organisation organisation, Map<?, ?> claims) {

    /** Empty when there is none, and when there are several of which none is selected: nobody acts in two at once. */
    static Optional<NationalRole> of(Jwt token) {
        var selected = token.getClaims().get("selected_roleid");
        var held = objects(token.getClaims().get("nhsid_nrbac_roles"))
                .filter(role -> selected == null || selected.equals(role.get("person_roleid")))
                .toList();
        return held.size() == 1 ? of(held.getFirst(), token) : Optional.empty();
    }

    /** By what the Spine knows whoever signed in with NHS CIS2, and the role in which they act; null for anybody else. */
    static @Nullable SpineIdentity spine(Jwt token) {
        return token.getClaims().get("nhsid_useruid") instanceof String user
                ? new SpineIdentity(
                        user,
                        of(token)
                                .flatMap(role ->
                                        Optional.ofNullable(role.claims().get("person_roleid")))
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .orElse(null))
                : null;
    }

    private static Optional<NationalRole> of(Map<?, ?> role, Jwt token) {
        return role.get("role_code") instanceof String code && role.get("org_code") instanceof String organisation
                ? Optional.of(new NationalRole(code, new Organisation(organisation, name(organisation, token)), role))
                : Optional.empty();
    }

    /** As {@code nhsid_user_orgs} has it; else the code. */
    private static String name(String organisation, Jwt token) {
        return objects(token.getClaims().get("nhsid_user_orgs"))
                .filter(each -> organisation.equals(each.get("org_code")))
                .map(each -> each.get("org_name"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(organisation);
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(each -> (Map<?, ?>) each)
                : Stream.empty();
    }

    /** The code's last part, such as {@code R0260}. */
    String job() {
        return code.substring(code.lastIndexOf(':') + 1);
    }
}
