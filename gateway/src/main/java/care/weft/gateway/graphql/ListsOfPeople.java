package care.weft.gateway.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a document asks for a list of people: it costs as much as tens of single-person views. */
@Component
public final class ListsOfPeople {

    private static final Set<String> FIELDS = Set.of("people", "assessmentAdvices");
    private static final String PERSON = "person";

    /** In characters of text, as for the documents themselves. */
    private static final long MAX_TEXT = 4_000_000;

    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumWeight(MAX_TEXT)
            .weigher((String text, Boolean _) -> text.length())
            .build();

    /**
     * What cannot be parsed asks for none: it is refused soon enough. A fragment at the root counts as a list, and so do several
     * people one by one.
     */
    public boolean isAskedFor(String document) {
        return known.get(document, ListsOfPeople::find);
    }

    private static boolean find(String document) {
        try {
            return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                    .anyMatch(operation -> isList(operation.getSelectionSet()));
        } catch (InvalidSyntaxException refusedLater) {
            return false;
        }
    }

    private static boolean isList(SelectionSet root) {
        var fields = root.getSelectionsOfType(Field.class).stream()
                .map(Field::getName)
                .toList();
        return fields.size() < root.getSelections().size()
                || fields.stream().anyMatch(FIELDS::contains)
                || fields.stream().filter(PERSON::equals).count() > 1;
    }
}
