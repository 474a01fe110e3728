package care.weft.gateway.schema;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Java has for an SDL.
 *
 * @param types by name in the SDL
 * @param resolvers by coordinate, such as {@code Person.appointments}
 * @param enums by simple name; several where it is not unique
 * @param renamed enums that have another name in Java, by name in the SDL
 */
record JavaSide(
        Map<String, JavaType> types,
        Map<String, Method> resolvers,
        Map<String, List<Class<?>>> enums,
        Map<String, String> renamed) {

    List<Class<?>> enumsFor(String name) {
        return enums.getOrDefault(renamed.getOrDefault(name, name), List.of());
    }

    /**
     * The class that stands for one type of the SDL.
     *
     * @param accessors whose methods answer fields
     * @param leaves what resolvers return: the same, or what it leaves wrapped in
     * @param derived fields that a function answers, of which no more is known than that it is there
     */
    record JavaType(Class<?> accessors, Class<?> leaves, Set<String> derived) {

        @Nullable
        Method accessor(String field) {
            return Arrays.stream(accessors.getMethods())
                    .filter(method ->
                            method.getName().equals(field) && method.getParameterCount() == 0 && !method.isBridge())
                    .findFirst()
                    .orElse(null);
        }
    }
}
