package care.weft.gateway.schema;

import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartialDate;
import graphql.execution.DataFetcherResult;
import graphql.language.EnumTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Compares types of the SDL with types of Java, null and all. */
final class TypeFit {

    private static final Map<String, Set<Class<?>>> SCALARS = Map.of(
            "ID", Set.of(String.class),
            "String", Set.of(String.class),
            "Int", Set.of(int.class, Integer.class),
            "Boolean", Set.of(boolean.class, Boolean.class),
            "NhsNumber", Set.of(NhsNumber.class),
            "DateTime", Set.of(Instant.class, Moment.class),
            // A moment where a day is asked: its day in London.
            "Date", Set.of(LocalDate.class, PartialDate.class, Moment.class),
            "Decimal", Set.of(BigDecimal.class),
            "Url", Set.of(URI.class));

    private static final Set<Class<?>> MAY_FAIL = Set.of(Mono.class, CompletableFuture.class, DataFetcherResult.class);

    private final TypeDefinitionRegistry sdl;
    private final JavaSide java;

    TypeFit(TypeDefinitionRegistry sdl, JavaSide java) {
        this.sdl = sdl;
        this.java = java;
    }

    /** In what the two disagree, in words; empty when they agree. */
    List<String> disagreements(Type<?> type, AnnotatedType javaType) {
        var found = new ArrayList<String>();
        compare(type, javaType, false, found);
        return found;
    }

    /** @param mayFail null in the SDL is then for a failure, though the value itself never is null */
    private void compare(Type<?> type, AnnotatedType javaType, boolean mayFail, List<String> found) {
        if (MAY_FAIL.contains(raw(javaType)) && javaType instanceof AnnotatedParameterizedType parameterised) {
            compare(type, parameterised.getAnnotatedActualTypeArguments()[0], true, found);
            return;
        }
        boolean nullable = javaType.isAnnotationPresent(Nullable.class);
        if (type instanceof NonNullType nonNull) {
            if (nullable) {
                found.add("is never null in the SDL, and may be in Java");
            }
            compareValue(nonNull.getType(), javaType, found);
        } else {
            if (!nullable && !mayFail) {
                found.add("may be null in the SDL, and never is in Java");
            }
            compareValue(type, javaType, found);
        }
    }

    private void compareValue(Type<?> type, AnnotatedType javaType, List<String> found) {
        switch (type) {
            case ListType list -> compareList(list, javaType, found);
            // A page says of what it is a page only where it is used: here it is known what may stand there.
            case TypeName name
            when javaType.getType() instanceof TypeVariable<?> -> {
                if (expected(name.getName()).stream().noneMatch(raw(javaType)::isAssignableFrom)) {
                    compareNamed(name.getName(), raw(javaType), found);
                }
            }
            case TypeName name -> compareNamed(name.getName(), raw(javaType), found);
            default -> throw new AssertionError("A type is a list or has a name: " + type);
        }
    }

    private void compareList(ListType list, AnnotatedType javaType, List<String> found) {
        if (javaType instanceof AnnotatedParameterizedType parameterised
                && Collection.class.isAssignableFrom(raw(javaType))) {
            compare(list.getType(), parameterised.getAnnotatedActualTypeArguments()[0], false, found);
        } else {
            found.add("is a list in the SDL, and " + raw(javaType).getSimpleName() + " in Java");
        }
    }

    private void compareNamed(String name, Class<?> javaType, List<String> found) {
        if (!expected(name).contains(javaType)) {
            found.add("is " + name + " in the SDL, and " + javaType.getSimpleName() + " in Java");
        }
    }

    private Collection<Class<?>> expected(String name) {
        var scalar = SCALARS.get(name);
        if (scalar != null) {
            return scalar;
        }
        if (sdl.getTypeOrNull(name, EnumTypeDefinition.class) != null) {
            return java.enumsFor(name);
        }
        var type = java.types().get(name);
        return type == null ? Set.of() : Set.of(type.leaves());
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> known -> known;
            case ParameterizedType parameterised -> (Class<?>) parameterised.getRawType();
            case TypeVariable<?> variable when variable.getBounds()[0] instanceof Class<?> bound -> bound;
            default -> Object.class;
        };
    }
}
