package care.weft.fhir;

import care.weft.spi.model.Priority;
import care.weft.spi.model.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** What a {@code ServiceRequest} says as a referral. */
public final class ServiceRequests {

    private ServiceRequests() {}

    public static ReferralStatus status(Element request) {
        return switch (Words.code(request, "status")) {
            case "draft" -> ReferralStatus.DRAFT;
            case "active" -> ReferralStatus.ACTIVE;
            case "on-hold" -> ReferralStatus.ON_HOLD;
            case "completed" -> ReferralStatus.COMPLETED;
            case "revoked", "cancelled" -> ReferralStatus.CANCELLED;
            case "entered-in-error" -> ReferralStatus.ENTERED_IN_ERROR;
            default -> ReferralStatus.UNKNOWN;
        };
    }

    /** Of STU3's {@code ReferralRequest} too. */
    public static @Nullable Priority priority(Element request) {
        return switch (Words.code(request, "priority")) {
            case "routine" -> Priority.ROUTINE;
            case "urgent" -> Priority.URGENT;
            case "asap" -> Priority.ASAP;
            case "stat" -> Priority.STAT;
            default -> null;
        };
    }
}
