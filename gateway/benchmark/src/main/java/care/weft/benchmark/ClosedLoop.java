package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * So many clients, each of which asks again as soon as it is answered, all in turn about the same questions.
 *
 * @param each is told of each answer as it comes, by several threads at once
 */
record ClosedLoop(Front front, List<Question> questions, int clients, Consumer<Heard> each) implements Load {

    ClosedLoop(Front front, List<Question> questions, int clients) {
        this(front, questions, clients, _ -> {});
    }

    @Override
    public Seen run(Duration time) {
        var turn = new AtomicInteger();
        var different = new AtomicInteger();
        long began = System.nanoTime();
        Callable<List<Long>> client = () -> {
            var nanos = new ArrayList<Long>();
            long asked = System.nanoTime();
            while (asked - began < time.toNanos()) {
                var question = questions.get(Math.floorMod(turn.getAndIncrement(), questions.size()));
                var reply = front.send(question.body()).join();
                long answered = System.nanoTime();
                var heard = new Heard(question, reply, 0, answered - asked, answered - began);
                if (!heard.isWhole()) {
                    different.incrementAndGet();
                }
                each.accept(heard);
                nanos.add(heard.nanos());
                asked = answered;
            }
            return nanos;
        };
        var all = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(client));
            }
            for (var one : running) {
                all.addAll(one.get());
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        all.sort(null);
        return new Seen(all, different.get(), took);
    }
}
