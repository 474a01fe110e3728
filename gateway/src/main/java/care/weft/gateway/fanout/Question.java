package care.weft.gateway.fanout;

import care.weft.spi.Endpoint;
import care.weft.spi.Subject;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/**
 * One section of one person at one partner, as somebody asks for it: with all by which one answer may differ from another.
 * {@link #toString()} is redacted.
 *
 * @param subject whom the partner is asked for, by all the ids that it is asked by
 * @param endpoint where
 */
record Question(PartnerId partner, Section section, Standing standing, Subject subject, Endpoint endpoint) {

    PersonKey person() {
        return subject.key();
    }

    /** Each batch is for one endpoint. Where one call takes one person, nobody waits for the others to be prepared. */
    static Flux<List<Question>> batches(Flux<Question> asked, int size) {
        return size == 1
                ? asked.map(List::of)
                : asked.collectMultimap(Question::endpoint)
                        .flatMapIterable(Map::values)
                        .flatMapIterable(all -> batches(List.copyOf(all), size));
    }

    /** In their order, so many at a time. */
    static List<List<Question>> batches(List<Question> asked, int size) {
        var batches = new ArrayList<List<Question>>();
        for (int from = 0; from < asked.size(); from += size) {
            batches.add(asked.subList(from, Math.min(asked.size(), from + size)));
        }
        return batches;
    }

    @Override
    public String toString() {
        return "Question[" + partner + ", " + section + "]";
    }
}
