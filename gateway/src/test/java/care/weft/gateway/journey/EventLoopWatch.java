package care.weft.gateway.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;

/**
 * Fails a test during which a thread that must not wait did: an event loop of Netty, or one of Reactor's parallel ones. The call
 * itself goes on, for an error in the midst of a library would be told as something else, such as one partner's silence.
 */
public final class EventLoopWatch implements BeforeAllCallback, AfterEachCallback {

    /** Libraries guard a few lines by locks; two threads meet there seldom. Where they meet oftener in one test, it is ours to mend. */
    private static final int LOCKS_MET_BY_CHANCE = 2;

    private static final int DEPTH = 8;

    private static final Pattern MECHANISM =
            Pattern.compile("(reactor\\.blockhound|java\\.util\\.concurrent\\.locks|jdk\\.internal"
                    + "|java\\.lang|care\\.weft\\.gateway\\.journey\\.EventLoopWatch\\b).*");

    private static final Pattern LOCK = Pattern.compile(
            "java\\.util\\.concurrent\\.locks\\.(Reentrant(ReadWrite)?Lock.*|StampedLock)\\.(lock|readLock|writeLock)");

    private static final Queue<BlockingOperationError> SEEN = new ConcurrentLinkedQueue<>();

    static {
        BlockHound.builder()
                .loadIntegrations()
                // The kernel's source of random bytes has always some.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Once, as classes are: the words of graphql-java's messages.
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl")
                // Netty's allocator locks for as long as it takes to move a pointer.
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "reallocate")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free")
                // What is not in BlockHound's own list: files by way of channels, as databases have them.
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "force0", "(Ljava/io/FileDescriptor;Z)I")
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "read0", "(Ljava/io/FileDescriptor;JI)I")
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "pread0", "(Ljava/io/FileDescriptor;JIJ)I")
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "write0", "(Ljava/io/FileDescriptor;JI)I")
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "pwrite0", "(Ljava/io/FileDescriptor;JIJ)I")
                .blockingMethodCallback(method -> note(new BlockingOperationError(method)))
                .install();
    }

    /** Not of a thread of a pool that waits for its next task: what BlockHound allows it, it does not tell of each in time. */
    private static void note(BlockingOperationError error) {
        if (Stream.of(error.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("getTask"))) {
            SEEN.add(error);
        }
    }

    /** What has been seen since the last time. */
    static List<BlockingOperationError> seen() {
        var seen = new ArrayList<BlockingOperationError>();
        for (var error = SEEN.poll(); error != null; error = SEEN.poll()) {
            seen.add(error);
        }
        return seen;
    }

    /** What tests of other kinds did is theirs. */
    @Override
    public void beforeAll(ExtensionContext context) {
        var _ = seen();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failIfSeen();
    }

    static void failIfSeen() {
        var met = new HashMap<Wait, Integer>();
        var failing = seen().stream()
                .filter(error -> {
                    var wait = Wait.of(error);
                    return met.merge(wait, 1, Integer::sum) > (wait.forLock() ? LOCKS_MET_BY_CHANCE : 0);
                })
                .toList();
        met.forEach(
                (wait, times) -> System.err.println("A thread that must not wait did, times " + times + ": " + wait));
        if (!failing.isEmpty()) {
            var failure = new AssertionError("threads that must not wait did: " + met);
            failing.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    /**
     * A call that waits.
     *
     * @param forLock whether for another thread to leave a lock, not for a time or for a thing to happen
     * @param where who made the call, the nearest first, below what the JDK's locks are made of
     */
    private record Wait(boolean forLock, String call, List<String> where) {

        static Wait of(BlockingOperationError error) {
            var stack = List.of(error.getStackTrace());
            return new Wait(
                    stack.stream().anyMatch(Wait::isOfLock),
                    String.valueOf(error.getMessage()),
                    stack.stream()
                            .filter(frame ->
                                    !MECHANISM.matcher(frame.getClassName()).matches())
                            .limit(DEPTH)
                            .map(StackTraceElement::toString)
                            .toList());
        }

        private static boolean isOfLock(StackTraceElement frame) {
            return LOCK.matcher(frame.getClassName() + "." + frame.getMethodName())
                    .matches();
        }
    }
}
