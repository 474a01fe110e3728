package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AppointmentClash;
import care.weft.gateway.advice.rules.AssessmentGroups;
import care.weft.gateway.advice.rules.DuplicateReferralGroup;
import care.weft.gateway.fanout.SectionAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is done, asked for or booked twice, and what that rests on.
 *
 * @param records every record that was looked at, by the id that the rules know it by
 * @param answers in the order of {@link Advising#ALL_SECTIONS}
 * @param since the day from which on partners had to tell of what is done
 * @param today the day from which on they had to tell of what is to come
 */
public record Duplicates(
        AssessmentGroups assessments,
        List<DuplicateReferralGroup> referrals,
        List<AppointmentClash> clashes,
        Map<String, Sourced<?>> records,
        List<SectionAnswer> answers,
        LocalDate since,
        LocalDate today) {

    public Duplicates {
        referrals = List.copyOf(referrals);
        clashes = List.copyOf(clashes);
        records = Map.copyOf(records);
        answers = List.copyOf(answers);
    }
}
