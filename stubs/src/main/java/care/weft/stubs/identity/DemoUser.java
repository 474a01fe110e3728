package care.weft.stubs.identity;

import care.weft.stubs.population.Organisation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can sign in.
 *
 * @param login what {@code /token?user=} takes
 * @param subject the {@code sub} claim
 * @param roles in the gateway's words; empty for a stranger
 * @param employer null for those whom nobody here employs
 * @param actsFor organisations that the user may act for, the employer included
 * @param nationalRole null for those without an NHS smartcard role
 * @param nhsNumber of someone who signs in as a patient
 */
record DemoUser(
        String login,
        String subject,
        String name,
        List<String> roles,
        @Nullable Organisation employer,
        List<Organisation> actsFor,
        @Nullable NationalRole nationalRole,
        @Nullable String nhsNumber) {

    DemoUser {
        roles = List.copyOf(roles);
        actsFor = List.copyOf(actsFor);
    }

    /** A job role of national role-based access control, such as {@code S8000:G8000:R8000}. */
    record NationalRole(String code, String name) {}
}
