package care.weft.gateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nothing waits on the thread that it runs on. Stubs may: no event loop of ours runs them. */
final class Blocking {

    private static final Map<Class<?>, Set<String>> CALLS = Map.of(
            Mono.class, Set.of("block", "blockOptional"),
            Flux.class, Set.of("blockFirst", "blockLast", "toIterable", "toStream"),
            Thread.class, Set.of("sleep", "join"),
            Object.class, Set.of("wait"),
            TimeUnit.class, Set.of("sleep"),
            CountDownLatch.class, Set.of("await"),
            Future.class, Set.of("get"),
            CompletableFuture.class, Set.of("join"));

    static final List<Harmless> HARMLESS = List.of(
            new Harmless(
                    "gateway.graphql.section.SectionLoaders.load", "join", "every future is completed before: allOf"),
            new Harmless("gateway.audit.AuditCommands.verify", "blockOptional", "a command of its own process"),
            new Harmless("gateway.audit.AuditCommands.replay", "blockOptional", "a command of its own process"),
            new Harmless("gateway.audit.AuditCommands.export", "blockOptional", "a command of its own process"),
            new Harmless("gateway.audit.HeadWriter.close", "block", "the end, after the last request"),
            new Harmless("gateway.store.Store.open", "block", "start-up, before the first request"),
            new Harmless("gateway.store.Store.connect", "blockOptional", "start-up, before the first request"),
            new Harmless("gateway.store.Store.close", "block", "the end, after the last request"));

    private Blocking() {}

    static ArchRule nowhere(String root) {
        var harmless = HARMLESS.stream()
                .map(known -> known.below(root))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".stubs..")
                .should()
                .accessTargetWhere(blocks().and(not(harmless)));
    }

    /** Method references count as calls. */
    private static DescribedPredicate<JavaAccess<?>> blocks() {
        return describe(
                "it blocks",
                access -> CALLS.entrySet().stream()
                        .anyMatch(calls -> calls.getValue().contains(access.getName())
                                && access.getTargetOwner().isAssignableTo(calls.getKey())));
    }

    /**
     * A blocking call that does no harm.
     *
     * @param where the method that makes it
     * @param call the method that it calls
     */
    record Harmless(String where, String call, String because) {

        DescribedPredicate<JavaAccess<?>> below(String root) {
            return describe(
                    "it is " + call + " in " + where + " (" + because + ")",
                    access -> access.getName().equals(call)
                            && (root + "." + where)
                                    .equals(access.getOriginOwner().getName() + "."
                                            + access.getOrigin().getName()));
        }
    }
}
