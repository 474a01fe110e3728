package care.weft.gateway.advice.rules;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds referrals to the same service for the same reason that are open at two partners.
 *
 * <p>Service and reason must both be stated, and be the same code or the very same words. A referral that sender and receiver both
 * record is one: by its booking reference, or because it went to the same organisation on the same day. One whose status is
 * not known is not taken for open.
 */
public final class ReferralRules {

    private static final Comparator<HeldRecord<Referral>> BY_DATE = Comparator.comparing(
                    (HeldRecord<Referral> held) -> start(held.record().requestedOn()),
                    Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(HeldRecord.BY_ID);

    private ReferralRules() {}

    /** Groups, the one that began first comes first. As with assessments, each repeats the first of its group. */
    public static List<DuplicateReferralGroup> duplicates(Collection<HeldRecord<Referral>> records) {
        var open = records.stream()
                .filter(held -> held.confirmed() && isOpen(held.record()))
                .sorted(BY_DATE)
                .toList();
        var left = new ArrayList<>(open);
        var groups = new ArrayList<DuplicateReferralGroup>();
        while (!left.isEmpty()) {
            var first = left.removeFirst();
            var group = new ArrayList<>(List.of(first));
            for (var other : List.copyOf(left)) {
                if (repeats(other, first) && group.stream().noneMatch(member -> areOne(member, other))) {
                    group.add(other);
                    left.remove(other);
                }
            }
            if (group.size() > 1) {
                groups.add(new DuplicateReferralGroup(rule(group), group));
            }
        }
        return List.copyOf(groups);
    }

    private static boolean isOpen(Referral referral) {
        return referral.referralStatus() == ReferralStatus.ACTIVE
                || referral.referralStatus() == ReferralStatus.ON_HOLD;
    }

    private static boolean repeats(HeldRecord<Referral> repeat, HeldRecord<Referral> first) {
        return !repeat.partner().equals(first.partner())
                && areSame(first.record().service(), repeat.record().service())
                && areSame(first.record().reason(), repeat.record().reason())
                && !areOne(first, repeat);
    }

    private static DuplicateReferralGroup.DuplicateReferralRule rule(List<HeldRecord<Referral>> group) {
        var first = group.getFirst().record();
        boolean coded = group.stream()
                .map(HeldRecord::record)
                .allMatch(each ->
                        isSameCode(first.service(), each.service()) && isSameCode(first.reason(), each.reason()));
        return coded
                ? DuplicateReferralGroup.DuplicateReferralRule.SAME_CODES
                : DuplicateReferralGroup.DuplicateReferralRule.SAME_WORDS;
    }

    private static boolean areSame(@Nullable Coding one, @Nullable Coding other) {
        return isSameCode(one, other)
                || (one != null && other != null && words(one).equals(words(other)));
    }

    private static boolean isSameCode(@Nullable Coding one, @Nullable Coding other) {
        return one != null
                && other != null
                && one.code() != null
                && one.system() != null
                && one.code().equals(other.code())
                && one.system().equals(other.system());
    }

    private static String words(Coding coding) {
        return coding.display().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean areOne(HeldRecord<Referral> one, HeldRecord<Referral> other) {
        var reference = one.record().ubrn();
        if (reference != null && other.record().ubrn() != null) {
            return reference.equals(other.record().ubrn());
        }
        return isSame(one.record().to(), other.record().to())
                && isSameDay(one.record().requestedOn(), other.record().requestedOn());
    }

    private static boolean isSame(@Nullable Organisation one, @Nullable Organisation other) {
        if (one == null || other == null) {
            return false;
        }
        boolean coded = one.odsCode() != null && other.odsCode() != null;
        return coded
                ? Objects.equals(one.odsCode(), other.odsCode())
                : one.name().equalsIgnoreCase(other.name());
    }

    private static boolean isSameDay(@Nullable Moment one, @Nullable Moment other) {
        return one != null
                && other != null
                && !one.latestDay().isBefore(other.earliestDay())
                && !other.latestDay().isBefore(one.earliestDay());
    }

    private static @Nullable Instant start(@Nullable Moment moment) {
        return moment == null ? null : moment.start();
    }
}
