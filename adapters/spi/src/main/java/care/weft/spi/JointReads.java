package care.weft.spi;

import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What the reads of one operation at one partner have in common. The gateway reads section by section; where several sections
 * need the same call, or can be served by one, an adapter asks here, so that the call is made once. Nothing is fetched in
 * advance: only what the operation reads anyhow, and its caller may see, is read together.
 *
 * <p>Whoever waits for a call gets its one answer, or its error. It ends when the last who wait for it are cancelled.
 *
 * @since 0.1.0
 */
public interface JointReads {

    /** Each read by itself. */
    JointReads NONE = new JointReads() {
        @Override
        public <T> Mono<T> once(PersonKey person, String call, Mono<T> made) {
            return made;
        }

        @Override
        public <T> Mono<T> together(
                PersonKey person, Section section, Set<Section> servable, Function<Set<Section>, Mono<T>> call) {
            return Mono.defer(() -> call.apply(Set.of(section)));
        }
    };

    /**
     * Makes a call about one person that several reads need in just the same way, or takes the answer of the one that was made.
     *
     * @param person one of the request's
     * @param call what is asked, in full: calls of the same name are taken for the same
     * @param made makes it when subscribed to
     */
    <T> Mono<T> once(PersonKey person, String call, Mono<T> made);

    /**
     * Makes a call that can serve several sections of one person, or takes the answer of the one that was made for another
     * section and served this one too.
     *
     * @param person one of the request's
     * @param section the request's
     * @param servable the sections that one such call can serve, the request's among them; the same from each of their reads
     * @param call makes it for the sections given: the request's, and those of {@code servable} that are read beside it and that
     *     no call serves yet
     */
    <T> Mono<T> together(
            PersonKey person, Section section, Set<Section> servable, Function<Set<Section>, Mono<T>> call);
}
