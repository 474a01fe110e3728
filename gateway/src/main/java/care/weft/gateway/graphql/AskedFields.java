package care.weft.gateway.graphql;

import graphql.introspection.Introspection;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an operation asks for, for the audit: {@code query{person{stays{nodes{title}}}}}. Every name is one of the
 * schema's: arguments, aliases and what the client calls its fragments are left out, for they may name people. Each field once
 * in its place, in the order of the alphabet; what {@code @skip} or {@code @include} leaves out is not there.
 *
 * <p>Bounded, for anybody with a token may send any document: of one that is larger there is the beginning, and an ellipsis.
 */
final class AskedFields {

    /** In characters: ten times what a usual screen asks for. */
    static final int LONGEST = 6000;
    /** In selections looked at: fragments within fragments can stand for very many. */
    private static final int MOST = 5000;

    private static final String CUT = "…";

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();
    private int looked;

    private AskedFields(GraphQLSchema schema) {
        this.schema = schema;
    }

    private static final class Fields {
        private final SortedMap<String, Fields> byName = new TreeMap<>();

        Fields of(String name) {
            return byName.computeIfAbsent(name, _ -> new Fields());
        }
    }

    /**
     * Those of one operation.
     *
     * @param document valid under the schema
     * @param given variables as the client sent them
     */
    static String of(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> given) {
        var asked = new AskedFields(schema);
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> asked.fragments.put(fragment.getName(), fragment));
        operation.getVariableDefinitions().forEach(variable -> {
            if (variable.getDefaultValue() instanceof BooleanValue value) {
                asked.variables.put(variable.getName(), value.isValue());
            }
        });
        asked.variables.putAll(given);
        var root = new Fields();
        asked.add(root, rootOf(schema, operation), operation.getSelectionSet());
        var text = new StringBuilder(operation.getOperation().name().toLowerCase(Locale.ROOT));
        write(root, text);
        if (asked.looked > MOST || text.length() > LONGEST) {
            text.setLength(Math.min(text.length(), LONGEST - CUT.length()));
            text.append(CUT);
        }
        return text.toString();
    }

    private static @Nullable GraphQLObjectType rootOf(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private void add(Fields to, @Nullable GraphQLType type, @Nullable SelectionSet selections) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (++looked > MOST) {
                return;
            }
            switch (selection) {
                case Field field
                when isWanted(field) -> add(to.of(field.getName()), typeOf(field, type), field.getSelectionSet());
                case InlineFragment inline
                when isWanted(inline) -> addFragment(to, type, inline.getTypeCondition(), inline.getSelectionSet());
                case FragmentSpread spread
                when isWanted(spread) -> {
                    var fragment = fragments.get(spread.getName());
                    if (fragment != null) {
                        addFragment(to, type, fragment.getTypeCondition(), fragment.getSelectionSet());
                    }
                }
                // Skipped.
                default -> {}
            }
        }
    }

    /** A condition that says nothing is left out: the type itself, or any that an object may be taken for. */
    private void addFragment(
            Fields to, @Nullable GraphQLType type, @Nullable TypeName condition, SelectionSet selections) {
        if (condition == null
                || type instanceof GraphQLObjectType
                || (type instanceof GraphQLNamedType named && named.getName().equals(condition.getName()))) {
            add(to, type, selections);
        } else {
            add(to.of("...on " + condition.getName()), schema.getType(condition.getName()), selections);
        }
    }

    /** Null for a field without fields of its own that matter here, such as {@code __typename}. */
    private static @Nullable GraphQLType typeOf(Field field, @Nullable GraphQLType parent) {
        if (!(parent instanceof GraphQLFieldsContainer container) || Introspection.isIntrospectionTypes(container)) {
            return null;
        }
        var definition = container.getFieldDefinition(field.getName());
        return definition == null ? null : GraphQLTypeUtil.unwrapAll(definition.getType());
    }

    private boolean isWanted(DirectivesContainer<?> selection) {
        return is(selection, "include", true) && !is(selection, "skip", false);
    }

    /** What cannot be told counts as asked for: then the operation is refused for it. */
    private boolean is(DirectivesContainer<?> selection, String directive, boolean otherwise) {
        return selection.getDirectives(directive).stream()
                .findFirst()
                .map(found -> condition(found, otherwise))
                .orElse(otherwise);
    }

    private boolean condition(Directive directive, boolean otherwise) {
        var argument = directive.getArgument("if");
        return switch (argument == null ? null : argument.getValue()) {
            case BooleanValue written -> written.isValue();
            case VariableReference variable ->
                variables.get(variable.getName()) instanceof Boolean given ? given : otherwise;
            case null, default -> otherwise;
        };
    }

    private static void write(Fields fields, StringBuilder text) {
        if (fields.byName.isEmpty()) {
            return;
        }
        char before = '{';
        for (var field : fields.byName.entrySet()) {
            text.append(before).append(field.getKey());
            write(field.getValue(), text);
            before = ' ';
        }
        text.append('}');
    }
}
