package care.weft.gateway.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain value. Most of an answer's fields are plain: no environment is built for them, nothing is observed, nothing
 * is looked up by name.
 */
record PlainFetcher(Function<Object, @Nullable Object> read)
        implements LightDataFetcher<@Nullable Object>, TrivialDataFetcher<@Nullable Object> {

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return read.apply(source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Object source = environment.getSource();
        if (source == null) {
            throw new IllegalStateException("A plain field has a source");
        }
        return read.apply(source);
    }
}
