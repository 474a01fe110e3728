package care.weft.gateway.graphql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls one accessor. */
final class Accessor implements Function<Object, @Nullable Object> {

    private final MethodHandle method;
    private final Function<Object, Object> unwrap;

    Accessor(Method method, Function<Object, Object> unwrap) {
        try {
            // The records are package-private on purpose; their accessors are public.
            method.setAccessible(true);
            this.method = MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException("Cannot read " + method, refused);
        }
        this.unwrap = unwrap;
    }

    @Override
    public @Nullable Object apply(Object source) {
        try {
            return method.invoke(unwrap.apply(source));
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("An accessor threw a checked exception", thrown);
        }
    }
}
