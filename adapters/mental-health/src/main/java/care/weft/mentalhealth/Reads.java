package care.weft.mentalhealth;

import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tables that one section is made of: main ones, whose rows are its records, and further ones, which add to them. They are
 * read side by side. When all main ones fail the section fails; when any other does, what the rest hold is kept, and the
 * answer says that it is not whole.
 */
record Reads(Asked asked, List<Read> reads) {

    private static final Duration TIME_TO_HAND_OVER = Duration.ofMillis(100);

    static Reads of(Asked asked) {
        return new Reads(asked, List.of());
    }

    /** One more main table; the same again for one that the trust does not serve: that it is not asked for costs nothing. */
    Reads main(String table, HttpCall call) {
        return and(new Read(table, call, true));
    }

    /** One more table that adds to the main ones: all of it, for what it adds to may go on since long ago. */
    Reads further(String table) {
        return and(new Read(table, asked.all(table), false));
    }

    private Reads and(Read read) {
        if (asked.settings().lacks(read.table())) {
            return this;
        }
        var more = new ArrayList<>(reads);
        more.add(read);
        return new Reads(asked, List.copyOf(more));
    }

    Mono<Answers> run() {
        var deadline = deadline();
        return Flux.fromIterable(reads)
                .flatMapSequential(read -> asked.read(read.table(), read.call(), deadline)
                        .map(rows -> new Answer(read, rows, null))
                        .onErrorResume(PartnerException.class, failure -> Mono.just(new Answer(read, null, failure))))
                .collectList()
                .flatMap(answers -> Owners.found(asked, answers))
                .map(answers -> new Answers(asked, answers));
    }

    /** One of several tables that gets no answer in time must leave the time to hand over what the others hold. */
    private Deadline deadline() {
        var deadline = asked.deadline();
        if (reads.size() == 1) {
            return deadline;
        }
        var margin = Math.min(TIME_TO_HAND_OVER.toNanos(), deadline.left().toNanos() / 10);
        return new Deadline(deadline.nanoTime() - margin);
    }

    /** @param main whether its rows are the section's records */
    record Read(String table, HttpCall call, boolean main) {}

    /** What one table held, or why it could not be read. */
    record Answer(Read read, @Nullable Rows rows, @Nullable PartnerException failure) {

        /** The same with every row changed. */
        Answer with(UnaryOperator<Row> change) {
            return rows == null ? this : new Answer(read, rows.with(change), null);
        }

        /** What it held; nothing where it could not be read. */
        Rows found() {
            return rows == null ? Rows.NOBODYS : rows;
        }
    }
}
