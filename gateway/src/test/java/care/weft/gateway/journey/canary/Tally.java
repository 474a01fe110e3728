package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all users together were answered. */
final class Tally {

    /** The first few are enough. */
    private static final int KEPT = 20;

    private final AtomicLong answers = new AtomicLong();
    private final LongAdder marked = new LongAdder();
    private final LongAdder words = new LongAdder();
    private final LongAdder ids = new LongAdder();
    private final LongAdder foreign = new LongAdder();
    private final LongAdder characters = new LongAdder();
    private final LongAdder compared = new LongAdder();
    private final Set<Person> people = ConcurrentHashMap.newKeySet();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> responses = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> bySection = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> byOutcome = new ConcurrentSkipListMap<>();

    /** Counts a response of any status. */
    void response(int status) {
        count(responses, String.valueOf(status));
    }

    void scanned(Question question, String response, Scan.Found found) {
        characters.add(response.length());
        for (var answer : found.answers()) {
            answers.incrementAndGet();
            words.add(answer.words());
            ids.add(answer.ids());
            if (!answer.marked().isEmpty()) {
                marked.increment();
            }
            answer.marked().forEach(section -> count(bySection, section));
            answer.outcomes().forEach(outcome -> count(byOutcome, outcome));
        }
        for (var one : found.foreign()) {
            foreign.increment();
            find(one.mark() + " of " + one.owner().key() + " at " + one.where() + ", asked by " + question.caller()
                    + ": " + question.document());
        }
    }

    void compared(Person person, Comparison comparison) {
        compared.add(comparison.compared());
        if (comparison.compared() > 0) {
            people.add(person);
        }
        comparison
                .differences()
                .forEach(difference -> find(person.key() + " alone and under load differ: " + difference));
    }

    void failed(Throwable failure) {
        find(failure.toString());
    }

    private void find(String what) {
        if (findings.size() < KEPT) {
            findings.add(what);
        }
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    /** People's answers: one person in one response is one, as often as they stand in it. */
    long answers() {
        return answers.get();
    }

    /** Answers in a section of which a mark stands. */
    long marked() {
        return marked.sum();
    }

    long foreign() {
        return foreign.sum();
    }

    /** Whose answers could be compared. */
    Set<Person> comparedPeople() {
        return people;
    }

    /** How many partners' parts of sections could be compared. */
    long compared() {
        return compared.sum();
    }

    /** Whatever should not be, in words: the first few. */
    Collection<String> findings() {
        return findings;
    }

    Set<String> markedSections() {
        return bySection.keySet();
    }

    /** Answers with a source of which that came. */
    long withOutcome(String outcome) {
        var count = byOutcome.get(outcome);
        return count == null ? 0 : count.sum();
    }

    String report(double seconds) {
        return """
                %,d answers in %.0f s (%.0f a second), %,d of them marked; marks: %,d words, %,d ids, %d foreign; %,d MB of text
                responses by status %s
                compared: %d people, %,d parts of sections
                marked answers by section %s
                answers by outcome of a source %s
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
                        people.size(),
                        compared(),
                        bySection,
                        byOutcome);
    }
}
