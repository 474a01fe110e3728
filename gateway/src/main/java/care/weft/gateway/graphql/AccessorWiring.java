package care.weft.gateway.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives every field that its Java class can answer by itself a {@link PlainFetcher}. */
final class AccessorWiring implements WiringFactory {

    private final List<JavaTypes> javaTypes;

    AccessorWiring(List<JavaTypes> javaTypes) {
        this.javaTypes = List.copyOf(javaTypes);
    }

    @Override
    public boolean providesDataFetcher(FieldWiringEnvironment field) {
        return plain(field).isPresent();
    }

    @Override
    public DataFetcher<?> getDataFetcher(FieldWiringEnvironment field) {
        return plain(field).orElseThrow();
    }

    private Optional<PlainFetcher> plain(FieldWiringEnvironment field) {
        var type = field.getParentType().getName();
        return javaTypes.stream()
                .filter(types -> types.byName().containsKey(type))
                .findFirst()
                .flatMap(
                        types -> reading(types, type, field.getFieldDefinition().getName()))
                .map(PlainFetcher::new);
    }

    private static Optional<Function<Object, @Nullable Object>> reading(JavaTypes types, String type, String field) {
        var derived = types.derived().get(field);
        if (derived != null) {
            return Optional.of(derived);
        }
        var javaType = types.byName().get(type);
        return javaType == null
                ? Optional.empty()
                : accessor(javaType, field).map(method -> new Accessor(method, types.unwrap()));
    }

    /** The public method without parameters that is named like the field. */
    static Optional<Method> accessor(Class<?> type, String field) {
        return Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getName().equals(field) && method.getParameterCount() == 0 && !method.isBridge())
                .findFirst();
    }
}
