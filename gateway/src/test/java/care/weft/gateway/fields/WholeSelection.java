package care.weft.gateway.fields;

import care.weft.gateway.schema.Sdl;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every field below a field, as a document asks for it, made from the schema. Every object says its type, and an alias is the field's
 * name after {@value #ALIAS}, so that of each value of an answer it can be told which field it is of.
 */
public final class WholeSelection {

    public static final String ALIAS = "as_";

    private static final TypeDefinitionRegistry SDL = Sdl.served();

    /** What anybody may see of them, and they tell of nobody: at every record they would make most of the answer. */
    private static final Set<String> NOBODYS = Set.of("Partner", "AssessmentInstrument");

    private final Style style;
    private final Map<String, String> fragments = new TreeMap<>();

    /** How fields are asked for. */
    public enum Style {
        /** By their names. */
        DIRECT,
        /** Each under an alias. */
        ALIAS,
        /** By one named fragment for each type. */
        FRAGMENT
    }

    private WholeSelection(Style style) {
        this.style = style;
    }

    /** Nothing yet. */
    public static WholeSelection of(Style style) {
        return new WholeSelection(style);
    }

    /**
     * A field of a type, with all below it.
     *
     * @param arguments of the field, in brackets, or empty
     */
    public String field(String type, String name, String arguments) {
        var definition = fields(type).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return named(name) + arguments + below(definition, new HashSet<>(Set.of(type)));
    }

    /** Definitions of what the selections above spread. */
    public String fragments() {
        return String.join(" ", fragments.values());
    }

    private String named(String field) {
        return style == Style.ALIAS ? ALIAS + field + ": " + field : field;
    }

    /** What is selected of a field's value; a type that leads back to itself is asked for once. */
    private String below(FieldDefinition field, Set<String> above) {
        var type = TypeInfo.typeInfo(field.getType()).getName();
        if (NOBODYS.contains(type)) {
            return " { __typename " + named("id") + " } ";
        }
        var kinds = objects(type);
        if (kinds.isEmpty()) {
            return "";
        }
        return " { __typename " + (kinds.size() == 1 ? selection(type, above) : spread(kinds, above)) + "} ";
    }

    private String spread(List<String> kinds, Set<String> above) {
        var spread = new StringBuilder();
        kinds.forEach(kind -> spread.append("... on ")
                .append(kind)
                .append(" { ")
                .append(selection(kind, above))
                .append("} "));
        return spread.toString();
    }

    private String selection(String type, Set<String> above) {
        if (style != Style.FRAGMENT) {
            return fields(type, above);
        }
        // What leads back to what is above differs by way: only the same way shares a fragment.
        var name = "F" + Integer.toHexString((type + new TreeSet<>(above)).hashCode());
        if (!fragments.containsKey(name)) {
            fragments.put(name, "");
            fragments.put(name, "fragment " + name + " on " + type + " { " + fields(type, above) + "}");
        }
        return "..." + name + " ";
    }

    private String fields(String type, Set<String> above) {
        var inner = new HashSet<>(above);
        inner.add(type);
        var selected = new StringBuilder();
        for (var field : fields(type)) {
            var leadsTo = TypeInfo.typeInfo(field.getType()).getName();
            if (!inner.contains(leadsTo) && !leadsTo.equals("Person")) {
                selected.append(named(field.getName()))
                        .append(below(field, inner))
                        .append(' ');
            }
        }
        return selected.toString();
    }

    private static List<FieldDefinition> fields(String type) {
        return Objects.requireNonNull(SDL.getTypeOrNull(type, ObjectTypeDefinition.class))
                .getFieldDefinitions();
    }

    /** The type itself, or all kinds of an interface; none for what has no fields. */
    private static List<String> objects(String type) {
        if (SDL.getTypeOrNull(type, ObjectTypeDefinition.class) != null) {
            return List.of(type);
        }
        if (SDL.getTypeOrNull(type, InterfaceTypeDefinition.class) == null) {
            return List.of();
        }
        var kinds = new ArrayList<String>();
        for (var each : Sdl.objects(SDL)) {
            if (each.getImplements().stream()
                    .anyMatch(one ->
                            one instanceof TypeName name && name.getName().equals(type))) {
                kinds.add(each.getName());
            }
        }
        return kinds;
    }
}
