package care.weft.gateway.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares enums by the names of their values. */
final class Enums {

    private Enums() {}

    /** One line each, the enum's name in the SDL first. */
    static List<String> problems(TypeDefinitionRegistry sdl, JavaSide java) {
        var problems = new ArrayList<String>();
        for (var type : sdl.getTypes(EnumTypeDefinition.class)) {
            var candidates = java.enumsFor(type.getName());
            if (candidates.size() == 1) {
                problems.addAll(compare(type, candidates.getFirst()));
            } else {
                problems.add(type.getName() + " has " + candidates.size() + " enums of its name in Java");
            }
        }
        return problems;
    }

    private static List<String> compare(EnumTypeDefinition type, Class<?> javaType) {
        var inSdl = type.getEnumValueDefinitions().stream()
                .map(EnumValueDefinition::getName)
                .toList();
        var inJava = Arrays.stream(javaType.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        var problems = new ArrayList<String>();
        inSdl.stream()
                .filter(value -> !inJava.contains(value))
                .forEach(value -> problems.add(type.getName() + "." + value + " is not in Java"));
        inJava.stream()
                .filter(value -> !inSdl.contains(value))
                .forEach(value -> problems.add(type.getName() + "." + value + " is not in the SDL"));
        return problems;
    }
}
