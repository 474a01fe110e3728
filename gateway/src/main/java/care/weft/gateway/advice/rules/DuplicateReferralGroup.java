package care.weft.gateway.advice.rules;

import care.weft.spi.model.Referral;
import java.util.List;

/**
 * Referrals that ask the same for the same reason, open at different partners.
 *
 * @param rule by which they were found
 * @param referrals two or more, by when they were asked for, then by id
 */
public record DuplicateReferralGroup(DuplicateReferralRule rule, List<HeldRecord<Referral>> referrals) {

    /** What makes referrals duplicates. */
    public enum DuplicateReferralRule {
        /** Service and reason are of the same code. */
        SAME_CODES,
        /** At least one of them is told by the same words only. */
        SAME_WORDS
    }

    public DuplicateReferralGroup {
        referrals = List.copyOf(referrals);
    }
}
