package care.weft.gateway.graphql;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which Java class stands for which SDL type. A field that the class has an accessor for is read straight from it, a derived
 * one by its function; every other field needs a resolver.
 *
 * @param byName SDL type name to class
 * @param unwrap from what a resolver returned to an object of that class
 * @param derived {@code field} to a function of what a resolver returned
 */
public record JavaTypes(
        Map<String, Class<?>> byName,
        Function<Object, Object> unwrap,
        Map<String, Function<Object, @Nullable Object>> derived) {

    public JavaTypes {
        byName = Map.copyOf(byName);
        derived = Map.copyOf(derived);
    }

    /** Resolvers return objects of these classes themselves. */
    public static JavaTypes of(Map<String, Class<?>> byName) {
        return new JavaTypes(byName, Function.identity(), Map.of());
    }
}
