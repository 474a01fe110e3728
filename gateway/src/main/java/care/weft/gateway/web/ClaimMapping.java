package care.weft.gateway.web;

import care.weft.gateway.access.CallerRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.web.issuers[].claims.*}: what one issuer's claims mean. Organisations are objects with {@code ods} and {@code name}, or
 * ODS codes alone.
 *
 * @param id the claim with the user's stable id
 * @param name of the user
 * @param roles a list of words, or one word
 * @param employer one organisation
 * @param actsFor organisations that the user acts for beside the employer
 * @param self the user's own NHS number
 * @param proxyFor NHS numbers of those for whom the user acts
 * @param teams the user's teams: a list of codes or names, or of objects with {@code code} and {@code name}; or one. Looked for in the
 *     selected national role too, such as {@code workgroups}
 * @param words what the issuer's words for roles mean; those of the gateway itself need no line
 * @param nationalRoles what national job roles mean, by the whole code or its last part, such as {@code R0260}. Where any is named, role
 *     and employer are read from the NHS CIS2 claims: the selected role, or the only one
 * @param everybody roles that every user of this issuer has, such as PERSON of one that signs in patients
 * @param grants the roles that this issuer may give at all; all when empty
 * @param deployments by the ODS code of an employer, the ODS codes of the organisations that its staff are deployed to
 */
record ClaimMapping(
        @DefaultValue("sub") String id,
        @DefaultValue("name") String name,
        @DefaultValue("roles") String roles,
        @DefaultValue("employer") String employer,
        @DefaultValue("acts_for") String actsFor,
        @DefaultValue("nhs_number") String self,
        @DefaultValue("proxy_for") String proxyFor,
        @DefaultValue("teams") String teams,
        @DefaultValue Map<String, CallerRole> words,
        @DefaultValue Map<String, CallerRole> nationalRoles,
        @DefaultValue Set<CallerRole> everybody,
        @DefaultValue Set<CallerRole> grants,
        @DefaultValue Map<String, List<String>> deployments) {

    /** Claims as the gateway itself names them. */
    static final ClaimMapping OWN = new ClaimMapping(
            "sub",
            "name",
            "roles",
            "employer",
            "acts_for",
            "nhs_number",
            "proxy_for",
            "teams",
            Map.of(),
            Map.of(),
            Set.of(),
            Set.of(),
            Map.of());

    ClaimMapping {
        words = Map.copyOf(words);
        nationalRoles = Map.copyOf(nationalRoles);
        everybody = Set.copyOf(everybody);
        grants = Set.copyOf(grants);
        deployments = Map.copyOf(deployments);
    }

    boolean mayGrant(CallerRole role) {
        return grants.isEmpty() || grants.contains(role);
    }
}
