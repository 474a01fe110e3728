package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a value of the model: equal values have equal bytes, others have others, whatever the machine or the version
 * of Java.
 *
 * <p>A record is its simple name and each component's name and value in the order of declaration; a list its length and
 * elements; a set or map the same, sorted by the bytes of its elements or keys; anything else its text. Every text is UTF-8
 * after its length, and each value begins with a letter for its kind.
 */
final class CanonicalForm {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private CanonicalForm() {}

    static byte[] of(@Nullable Object value) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            write(out, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('n');
            case Record record -> {
                out.writeByte('r');
                text(out, record.getClass().getSimpleName());
                for (var component : COMPONENTS.get(record.getClass())) {
                    text(out, component.name());
                    write(out, component.of(record));
                }
            }
            case List<?> list -> {
                out.writeByte('l');
                out.writeInt(list.size());
                for (var element : list) {
                    write(out, element);
                }
            }
            case Collection<?> set ->
                sorted(out, set.stream().map(CanonicalForm::of).toList());
            case Map<?, ?> map ->
                sorted(
                        out,
                        map.entrySet().stream()
                                .map(entry -> of(List.of(entry.getKey(), entry.getValue())))
                                .toList());
            case Enum<?> constant -> plain(out, constant.name());
            // Texts, numbers, moments, days and addresses: their own text is exact.
            case CharSequence _, Number _, Boolean _, Temporal _, URI _ -> plain(out, value.toString());
            default -> throw new IllegalArgumentException("No canonical form of " + value.getClass());
        }
    }

    private static void plain(DataOutputStream out, String value) throws IOException {
        out.writeByte('t');
        text(out, value);
    }

    private static void sorted(DataOutputStream out, List<byte[]> elements) throws IOException {
        out.writeByte('s');
        out.writeInt(elements.size());
        for (var element : elements.stream().sorted(Arrays::compareUnsigned).toList()) {
            out.write(element);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        var utf8 = value.getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private record Component(String name, MethodHandle accessor) {

        static Component of(RecordComponent component) {
            try {
                return new Component(component.getName(), MethodHandles.lookup().unreflect(component.getAccessor()));
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException("The model is public", hidden);
            }
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable thrown) {
                throw new IllegalStateException("An accessor threw a checked exception", thrown);
            }
        }
    }
}
