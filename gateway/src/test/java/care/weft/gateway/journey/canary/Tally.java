package care.weft.gateway.journey.canary;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all users together were answered. */
final class Tally {

    /** What a finding says; the first few are enough. */
    private static final int FINDINGS_KEPT = 20;

    private final AtomicLong answers = new AtomicLong();
    private final LongAdder marked = new LongAdder();
    private final LongAdder words = new LongAdder();
    private final LongAdder ids = new LongAdder();
    private final LongAdder foreign = new LongAdder();
    private final LongAdder characters = new LongAdder();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> marksBySection = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> answersByOutcome = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> responses = new ConcurrentHashMap<>();

    void take(Question question, String response, Scan.Found found) {
        characters.add(response.length());
        for (var answer : found.answers()) {
            answers.incrementAndGet();
            words.add(answer.words());
            ids.add(answer.ids());
            if (!answer.marked().isEmpty()) {
                marked.increment();
            }
            answer.marked().forEach(section -> count(marksBySection, section));
            answer.outcomes().forEach(outcome -> count(answersByOutcome, outcome));
        }
        for (var one : found.foreign()) {
            foreign.increment();
            if (findings.size() < FINDINGS_KEPT) {
                findings.add(
                        one.mark() + " of " + one.owner().key() + " at " + one.where() + " of " + question.document());
            }
        }
    }

    void response(String status) {
        count(responses, status);
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    long answers() {
        return answers.get();
    }

    /** Answers in which a word or a record's id stood within a section. */
    long marked() {
        return marked.sum();
    }

    long foreign() {
        return foreign.sum();
    }

    Iterable<String> findings() {
        return findings;
    }

    Map<String, LongAdder> marksBySection() {
        return marksBySection;
    }

    long withOutcome(String outcome) {
        var count = answersByOutcome.get(outcome);
        return count == null ? 0 : count.sum();
    }

    String report(double seconds) {
        return """
                answers %,d in %.1f s (%.0f/s), %,d with marks; marks: %,d words, %,d ids, foreign %d; %,d MB of text
                responses %s
                answers with marks by section %s
                answers by outcome of any of their sources %s
                """.formatted(
                        answers(),
                        seconds,
                        answers() / seconds,
                        marked(),
                        words.sum(),
                        ids.sum(),
                        foreign(),
                        characters.sum() / 1_000_000,
                        responses,
                        marksBySection,
                        answersByOutcome);
    }
}
