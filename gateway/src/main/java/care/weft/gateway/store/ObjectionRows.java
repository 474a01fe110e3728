package care.weft.gateway.store;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored objections to sharing. Every failure is a {@link StoreException}. */
public interface ObjectionRows {

    /** Those that a store keeps. */
    static ObjectionRows in(Store store) {
        return new SqlObjectionRows(store);
    }

    /** Adds one that stands from now on. */
    Mono<Void> add(ObjectionRow made);

    /** Takes down that one was withdrawn, if it stands still. */
    Mono<Void> withdraw(ObjectionRow withdrawn);

    /** Those that stand of one person, by whichever of the keys, the first first. */
    Flux<ObjectionRow> standing(Collection<String> personKeys);

    /** Everybody of whom one stands. */
    Flux<String> objecting();
}
