package care.weft.gateway.graphql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.OperationDefinition;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        // Parsed by the thread that asks: it is quick, and a hand-over would cost more.
        return parsed.get(input.getQuery(), (_, _) -> CompletableFuture.completedFuture(parse.apply(input)))
                .whenComplete((entry, _) -> name(input, entry));
    }

    /** The audit says which operation it was, also where the client left its name to the document. */
    private static void name(ExecutionInput input, @Nullable PreparsedDocumentEntry entry) {
        var document = entry == null ? null : entry.getDocument();
        if (document == null) {
            return;
        }
        var operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() == 1 && operations.getFirst().getName() != null) {
            Operations.of(input.getGraphQLContext())
                    .audit()
                    .named(operations.getFirst().getName());
        }
    }
}
