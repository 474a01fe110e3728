package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.fanout.SectionAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Advice, and what it rests on.
 *
 * @param records every record that was looked at, by the id that the rules know it by
 * @param answers in the order of {@link Advising#SECTIONS}
 * @param since the day from which on partners had to tell everything
 */
public record Advised(
        AssessmentAdvice advice, Map<String, Sourced<?>> records, List<SectionAnswer> answers, LocalDate since) {

    public Advised {
        records = Map.copyOf(records);
        answers = List.copyOf(answers);
    }
}
