package care.weft.gateway.schema;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what was agreed and is no longer served, or served otherwise. */
final class Agreement {

    private Agreement() {}

    /** One line each, the coordinate first. */
    static List<String> broken(TypeDefinitionRegistry agreed, TypeDefinitionRegistry served) {
        var problems = new ArrayList<String>();
        var now = shapes(served);
        shapes(agreed).forEach((coordinate, shape) -> {
            var present = now.get(coordinate);
            if (present == null) {
                problems.add(coordinate + " is gone");
            } else if (!present.equals(shape)) {
                problems.add(coordinate + " was " + shape + ", and is " + present);
            }
        });
        return problems;
    }

    /** Everything that a client can name, and what it is. */
    private static Map<String, String> shapes(TypeDefinitionRegistry sdl) {
        var shapes = new TreeMap<String, String>();
        sdl.scalars().keySet().forEach(name -> shapes.put(name, "a scalar"));
        for (var type : sdl.getTypes(EnumTypeDefinition.class)) {
            type.getEnumValueDefinitions()
                    .forEach(value -> shapes.put(type.getName() + "." + value.getName(), "a value"));
        }
        for (var type : sdl.getTypes(InterfaceTypeDefinition.class)) {
            fields(shapes, type.getName(), type.getFieldDefinitions());
        }
        for (var type : Sdl.objects(sdl)) {
            fields(shapes, type.getName(), type.getFieldDefinitions());
            kinds(shapes, type);
        }
        return shapes;
    }

    private static void kinds(Map<String, String> shapes, ObjectTypeDefinition type) {
        for (Type<?> kind : type.getImplements()) {
            shapes.put(type.getName() + " as " + AstPrinter.printAst(kind), "a kind of it");
        }
    }

    private static void fields(Map<String, String> shapes, String type, List<FieldDefinition> fields) {
        for (var field : fields) {
            var coordinate = type + "." + field.getName();
            shapes.put(coordinate, AstPrinter.printAst(field.getType()) + required(field));
            field.getInputValueDefinitions()
                    .forEach(argument -> shapes.put(coordinate + "(" + argument.getName() + ")", shape(argument)));
        }
    }

    /** An argument that must be given is part of the field's shape: one more breaks every query. */
    private static String required(FieldDefinition field) {
        var required = field.getInputValueDefinitions().stream()
                .filter(argument -> argument.getType() instanceof NonNullType && argument.getDefaultValue() == null)
                .map(InputValueDefinition::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        return required.isEmpty() ? "" : " for " + required;
    }

    private static String shape(InputValueDefinition argument) {
        var type = AstPrinter.printAst(argument.getType());
        return argument.getDefaultValue() == null
                ? type
                : type + " = " + AstPrinter.printAst(argument.getDefaultValue());
    }
}
