package care.weft.gateway.architecture.broken.blocking.gateway.fanout;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits in every way there is. */
final class Waits {

    private Waits() {}

    static @Nullable String mono(Mono<String> answer) {
        return answer.block();
    }

    static Optional<String> optional(Mono<String> answer) {
        return answer.blockOptional();
    }

    static @Nullable String first(Flux<String> answers) {
        return answers.blockFirst();
    }

    static @Nullable String last(Flux<String> answers) {
        return answers.blockLast();
    }

    static Iterable<String> iterable(Flux<String> answers) {
        return answers.toIterable();
    }

    static Stream<String> stream(Flux<String> answers) {
        return answers.toStream();
    }

    static void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    static void latch(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    static String future(Future<String> answer) throws Exception {
        return answer.get();
    }

    static String completable(CompletableFuture<String> answer) throws Exception {
        return answer.get();
    }

    static List<String> joins(List<CompletableFuture<String>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
