package care.weft.gateway.graphql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.OperationDefinition;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Keeps documents that were parsed and validated: clients send the same few again and again, and parsing is a seventh of a
 * small request. Bounded by the length of their text, since anybody with a token may send new ones.
 */
@Component
final class DocumentCache implements PreparsedDocumentProvider {

    /** In characters of text: some thousand usual documents. */
    private static final long MAX_TEXT = 4_000_000;

    private final AsyncCache<String, PreparsedDocumentEntry> parsed = Caffeine.newBuilder()
            .maximumWeight(MAX_TEXT)
            .weigher((String text, PreparsedDocumentEntry _) -> text.length())
            .buildAsync();
    private final ObjectProvider<GraphQlSource> source;

    /** @param source is made with this cache in it, and has its schema by the first request */
    DocumentCache(ObjectProvider<GraphQlSource> source) {
        this.source = source;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        // Parsed by the thread that asks: it is quick, and a hand-over would cost more.
        return parsed.get(input.getQuery(), (_, _) -> CompletableFuture.completedFuture(parse.apply(input)))
                .whenComplete((entry, _) -> tell(input, entry));
    }

    /** The audit says which operation it was, also where the client left its name to the document, and which fields it asks for. */
    private void tell(ExecutionInput input, @Nullable PreparsedDocumentEntry entry) {
        var document = entry == null ? null : entry.getDocument();
        if (document == null) {
            return;
        }
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        operations.stream()
                .filter(operation ->
                        operations.size() == 1 || Objects.equals(operation.getName(), input.getOperationName()))
                .findFirst()
                .ifPresent(operation -> {
                    var audit = Operations.of(input.getGraphQLContext()).audit();
                    if (operation.getName() != null) {
                        audit.named(operation.getName());
                    }
                    audit.asks(AskedFields.of(
                            source.getObject().schema(),
                            document,
                            operation,
                            input.getRawVariables().toMap()));
                });
    }
}
