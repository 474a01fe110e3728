package care.weft.gateway.schema;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds fields that Java does not answer, or answers otherwise than the SDL says, and what Java has too much. */
final class Fields {

    private final TypeDefinitionRegistry sdl;
    private final JavaSide java;
    private final TypeFit fit;
    private final Set<String> seen = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private Fields(TypeDefinitionRegistry sdl, JavaSide java) {
        this.sdl = sdl;
        this.java = java;
        fit = new TypeFit(sdl, java);
    }

    /** One line each, the coordinate first. */
    static List<String> problems(TypeDefinitionRegistry sdl, JavaSide java) {
        var fields = new Fields(sdl, java);
        for (var type : Sdl.objects(sdl)) {
            type.getFieldDefinitions().forEach(field -> fields.check(type, field));
        }
        fields.leftOver();
        return fields.problems;
    }

    private void check(ObjectTypeDefinition type, FieldDefinition field) {
        var coordinate = Sdl.coordinate(type, field);
        seen.add(coordinate);
        var resolver = java.resolvers().get(coordinate);
        var javaType = java.types().get(type.getName());
        boolean derived = javaType != null && javaType.derived().contains(field.getName());
        var accessor = javaType == null || derived ? null : javaType.accessor(field.getName());
        if (resolver != null && (derived || accessor != null)) {
            problems.add(coordinate + " is answered twice");
        } else if (resolver != null) {
            compare(coordinate, field, resolver);
        } else if (accessor != null) {
            compare(coordinate, field, accessor);
        } else if (!derived) {
            problems.add(coordinate + " is answered by nothing");
        }
    }

    private void compare(String coordinate, FieldDefinition field, Method answer) {
        fit.disagreements(field.getType(), answer.getAnnotatedReturnType())
                .forEach(words -> problems.add(coordinate + " " + words));
    }

    private void leftOver() {
        java.resolvers().keySet().stream()
                .filter(coordinate -> !seen.contains(coordinate))
                .forEach(coordinate -> problems.add(coordinate + " has a resolver, and is not in the SDL"));
        java.types().keySet().stream()
                .filter(name -> !sdl.hasType(name))
                .forEach(name -> problems.add(name + " has a Java class, and is not in the SDL"));
        // Types that come together share their functions: one of them must have the field.
        java.types().values().stream()
                .flatMap(type -> type.derived().stream())
                .distinct()
                .filter(field -> java.types().entrySet().stream()
                        .noneMatch(type -> type.getValue().derived().contains(field)
                                && seen.contains(type.getKey() + "." + field)))
                .forEach(field -> problems.add(field + " has a function, and is not in the SDL"));
    }
}
