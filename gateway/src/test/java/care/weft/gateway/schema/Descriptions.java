package care.weft.gateway.schema;

import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;

/** Finds what of an SDL says nothing of itself. */
final class Descriptions {

    private final List<String> missing = new ArrayList<>();

    private Descriptions() {}

    /** The coordinates of all that has no description, such as {@code Person.timeline(from)}. */
    static List<String> missing(TypeDefinitionRegistry sdl) {
        var found = new Descriptions();
        for (TypeDefinition<?> type : sdl.types().values()) {
            found.check(type, type.getName());
        }
        Sdl.objects(sdl).forEach(type -> found.fields(type.getName(), type.getFieldDefinitions()));
        sdl.getTypes(InterfaceTypeDefinition.class)
                .forEach(type -> found.fields(type.getName(), type.getFieldDefinitions()));
        sdl.getTypes(InputObjectTypeDefinition.class)
                .forEach(type -> found.inputs(type.getName() + ".", "", type.getInputValueDefinitions()));
        sdl.getTypes(EnumTypeDefinition.class).forEach(found::values);
        sdl.getDirectiveDefinitions().values().stream()
                .filter(directive -> directive.getSourceLocation() != null)
                .forEach(directive -> {
                    found.check(directive, "@" + directive.getName());
                    found.inputs("@" + directive.getName() + "(", ")", directive.getInputValueDefinitions());
                });
        // What the engine brings itself, such as String, stands in no file.
        sdl.scalars().values().stream()
                .filter(scalar -> scalar.getSourceLocation() != null)
                .forEach(scalar -> found.check(scalar, scalar.getName()));
        return found.missing;
    }

    private void fields(String type, List<FieldDefinition> fields) {
        for (var field : fields) {
            check(field, type + "." + field.getName());
            inputs(type + "." + field.getName() + "(", ")", field.getInputValueDefinitions());
        }
    }

    private void inputs(String before, String after, List<InputValueDefinition> inputs) {
        inputs.forEach(input -> check(input, before + input.getName() + after));
    }

    private void values(EnumTypeDefinition type) {
        type.getEnumValueDefinitions().forEach(value -> check(value, type.getName() + "." + value.getName()));
    }

    private void check(Object node, String coordinate) {
        var description = node instanceof DescribedNode<?> described ? described.getDescription() : null;
        if (description == null || description.getContent().isBlank()) {
            missing.add(coordinate);
        }
    }
}
