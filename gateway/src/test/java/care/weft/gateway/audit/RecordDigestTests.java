package care.weft.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.Entry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordDigestTests {

    @Test
    void equalValuesHaveEqualBytesAndOthersHaveOthers() {
        var values = List.of(
                new Pair("a", null),
                new Pair("a", ""),
                new Pair("", "a"),
                new Pair("ab", ""),
                new Pair(null, null),
                new Other("a", null),
                List.of("a", "b"),
                List.of("b", "a"),
                List.of(List.of("a"), "b"),
                Set.of("a", "c"),
                new BigDecimal("1.0"),
                new BigDecimal("1.00"));

        assertThat(values.stream().map(CanonicalForm::of).map(Arrays::toString)).doesNotHaveDuplicates();
        assertThat(CanonicalForm.of(new Pair("a", "b"))).isEqualTo(CanonicalForm.of(new Pair("a", "b")));
        assertThat(CanonicalForm.of(Set.of("a", "b", "c"))).isEqualTo(CanonicalForm.of(Set.of("c", "b", "a")));
        assertThat(CanonicalForm.of(Map.of("x", 1, "y", 2))).isEqualTo(CanonicalForm.of(Map.of("y", 2, "x", 1)));
    }

    @Test
    void whatHasNoFormIsRefused() {
        assertThatThrownBy(() -> CanonicalForm.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A new type in the model must not be found out by the first answer that holds one. */
    @Test
    void everyTypeOfTheModelHasAForm() {
        var seen = new HashSet<Class<?>>();
        records(Entry.class).forEach(type -> assertHasForm(type, seen));

        assertThat(seen).hasSizeGreaterThan(20);
    }

    private static void assertHasForm(Type type, Set<Class<?>> seen) {
        switch (type) {
            case ParameterizedType generic -> {
                assertHasForm(generic.getRawType(), seen);
                Stream.of(generic.getActualTypeArguments()).forEach(argument -> assertHasForm(argument, seen));
            }
            case WildcardType wildcard ->
                Stream.of(wildcard.getUpperBounds()).forEach(bound -> assertHasForm(bound, seen));
            case Class<?> one
            when seen.add(one) -> {
                if (one.isRecord()) {
                    Stream.of(one.getRecordComponents())
                            .forEach(component -> assertHasForm(component.getGenericType(), seen));
                } else if (one.isSealed()) {
                    records(one).forEach(permitted -> assertHasForm(permitted, seen));
                } else {
                    assertThat(one.isEnum()
                                    || one.isPrimitive()
                                    || Stream.of(
                                                    CharSequence.class,
                                                    Number.class,
                                                    Boolean.class,
                                                    Instant.class,
                                                    URI.class,
                                                    Collection.class,
                                                    Map.class,
                                                    java.time.temporal.Temporal.class)
                                            .anyMatch(known -> known.isAssignableFrom(one)))
                            .as(one.getName())
                            .isTrue();
                }
            }
            default -> {
                // Seen before.
            }
        }
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? records(type) : Stream.of(type));
    }

    record Pair(@Nullable String one, @Nullable String other) {}

    record Other(@Nullable String one, @Nullable String other) {}
}
