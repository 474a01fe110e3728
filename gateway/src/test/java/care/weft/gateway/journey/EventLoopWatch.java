package care.weft.gateway.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;

/**
 * Fails a test during which a thread that must not wait did: an event loop of Netty, or one of Reactor's parallel ones. The call
 * itself goes on, for an error in the midst of a library would be told as something else, such as one partner's silence.
 */
final class EventLoopWatch implements BeforeAllCallback, AfterEachCallback {

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
                .blockingMethodCallback(method -> SEEN.add(new BlockingOperationError(method)))
                .install();
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
        var seen = seen();
        if (!seen.isEmpty()) {
            var failure = new AssertionError(seen.size() + " blocking calls on threads that must not wait");
            seen.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
