package care.weft.gateway.advice.rules;

import java.time.Duration;

/**
 * Windows and shares of the rules. All are ours, and local policy.
 *
 * @param joinWindow how long after the intended day a booked assessment may be and still be joined; whole days
 * @param inProgress how long ago an assessment may have begun and still count as in progress; whole days
 * @param joinMinShare the share of the uncovered domains that a plan must have, above 0 up to 1
 * @param topUpMinShare the share of the domains that must be covered for a top-up, above 0 up to 1
 * @param lookback how far back duplicates are looked for; whole days
 * @param overlapMinShare the share of a repeat's domains that makes it a duplicate, above 0 up to 1
 * @param familyMinShare the same where both are of one family
 */
public record RuleSettings(
        Duration joinWindow,
        Duration inProgress,
        double joinMinShare,
        double topUpMinShare,
        Duration lookback,
        double overlapMinShare,
        double familyMinShare) {

    public static final RuleSettings DEFAULT =
            new RuleSettings(Duration.ofDays(14), Duration.ofDays(56), 0.5, 0.25, Duration.ofDays(365), 0.6, 0.5);
}
