package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Questions that come evenly, whether those before were answered or not, in turn.
 *
 * @param perSecond how many, more than zero
 * @param each is told of each answer once all have come, in the order of the questions
 */
record OpenLoop(Front front, List<Question> questions, double perSecond, Consumer<Heard> each) implements Load {

    @Override
    public Seen run(Duration time) {
        var answers = new ArrayList<CompletableFuture<Heard>>();
        long between = (long) (1e9 / perSecond);
        long began = System.nanoTime();
        for (long due = 0; due < time.toNanos(); due += between) {
            // It may wake up early.
            for (long left = began + due - System.nanoTime(); left > 0; left = began + due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers.add(ask(questions.get(answers.size() % questions.size()), began, began + due));
        }
        var heard = answers.stream().map(CompletableFuture::join).toList();
        var took = Duration.ofNanos(System.nanoTime() - began);
        heard.forEach(each);
        return new Seen(
                heard.stream().map(one -> one.late() + one.nanos()).sorted().toList(),
                (int) heard.stream().filter(one -> !one.isWhole()).count(),
                took);
    }

    private CompletableFuture<Heard> ask(Question question, long began, long due) {
        long sent = System.nanoTime();
        return front.send(question.body()).thenApply(reply -> {
            long now = System.nanoTime();
            return new Heard(question, reply, sent - due, now - sent, now - began);
        });
    }
}
