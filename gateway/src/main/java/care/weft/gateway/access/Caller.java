package care.weft.gateway.access;

import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.SpineIdentity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, by a token that was checked. {@link #toString()} shows the id alone.
 *
 * @param id stable at the issuer
 * @param name as the issuer states it
 * @param roles those that the access rules know; may be empty
 * @param employer null when not stated
 * @param actsFor the organisations that the caller acts for, the employer among them
 * @param self the caller's own NHS number, for someone reading their own record
 * @param proxyFor those for whom the caller acts, such as someone whom they care for
 * @param teams as the issuer names them; empty where it names none
 * @param spine by what the NHS Spine knows the caller; null for those who did not sign in with NHS CIS2
 */
public record Caller(
        String id,
        String issuer,
        String name,
        Set<CallerRole> roles,
        @Nullable Organisation employer,
        List<Organisation> actsFor,
        @Nullable NhsNumber self,
        Set<NhsNumber> proxyFor,
        List<Team> teams,
        @Nullable SpineIdentity spine) {

    public Caller {
        roles = Set.copyOf(roles);
        actsFor = List.copyOf(actsFor);
        proxyFor = Set.copyOf(proxyFor);
        teams = List.copyOf(teams);
    }

    /** Someone who acts for no other person, and of whom no team and nothing of the NHS Spine's is known. */
    public Caller(
            String id,
            String issuer,
            String name,
            Set<CallerRole> roles,
            @Nullable Organisation employer,
            List<Organisation> actsFor,
            @Nullable NhsNumber self) {
        this(id, issuer, name, roles, employer, actsFor, self, Set.of(), List.of(), null);
    }

    @Override
    public String toString() {
        return "Caller[" + id + "]";
    }
}
