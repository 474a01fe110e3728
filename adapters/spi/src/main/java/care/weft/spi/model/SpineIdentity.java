package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * By what numbers the NHS Spine knows a user who signed in with NHS CIS2: for partners that must be shown them.
 *
 * @param userId the user's own, such as {@code 555021935107}
 * @param roleProfileId of the role in which they act, with one organisation; null when none was selected
 * @since 0.1.0
 */
public record SpineIdentity(String userId, @Nullable String roleProfileId) {}
