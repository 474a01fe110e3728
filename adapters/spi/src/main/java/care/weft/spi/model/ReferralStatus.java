package care.weft.spi.model;

/** Where a referral stands. After FHIR R4 RequestStatus. */
public enum ReferralStatus {
    DRAFT,
    ACTIVE,
    ON_HOLD,
    COMPLETED,
    CANCELLED,
    ENTERED_IN_ERROR,
    UNKNOWN
}
