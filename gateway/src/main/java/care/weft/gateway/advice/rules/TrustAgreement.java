package care.weft.gateway.advice.rules;

/**
 * That one organisation relies on the trusted assessors of another. One way only.
 *
 * @param assessor whose assessments are relied on
 * @param relying who relies on them
 */
public record TrustAgreement(String assessor, String relying) {}
