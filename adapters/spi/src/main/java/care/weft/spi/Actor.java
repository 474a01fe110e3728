package care.weft.spi;

import care.weft.spi.model.SpineIdentity;
import org.jspecify.annotations.Nullable;

/**
 * For whom a partner is asked, or the gateway itself: what a partner that must see the user is shown.
 *
 * @param id the user's stable id at their issuer
 * @param name as the issuer states it
 * @param role the role that they act in
 * @param organisationCode the ODS code of the organisation that they act for, when known
 * @param organisationName its name, when known
 * @param spine by what the NHS Spine knows the user; null for those who did not sign in with NHS CIS2
 */
public record Actor(
        String id,
        String name,
        String role,
        @Nullable String organisationCode,
        @Nullable String organisationName,
        @Nullable SpineIdentity spine) {

    /** A user whom the NHS Spine does not know. */
    public Actor(
            String id, String name, String role, @Nullable String organisationCode, @Nullable String organisationName) {
        this(id, name, role, organisationCode, organisationName, null);
    }

    /**
     * The gateway itself, where it reads under its own authority, to decide whether somebody may open a record. It acts for no
     * organisation but the one that its own settings name.
     */
    public static final Actor GATEWAY = new Actor("weft-gateway", "Weft gateway", "SERVICE", null, null);
}
