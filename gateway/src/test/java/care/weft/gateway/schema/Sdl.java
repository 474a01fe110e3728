package care.weft.gateway.schema;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** SDL as its parser reads it. */
public final class Sdl {

    private Sdl() {}

    /** Of one text. */
    public static TypeDefinitionRegistry parse(String written) {
        return new SchemaParser().parse(written);
    }

    /** The gateway's own. */
    public static TypeDefinitionRegistry served() {
        var all = new TypeDefinitionRegistry();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
                all.merge(parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** Every object type, also where it is extended. */
    public static List<ObjectTypeDefinition> objects(TypeDefinitionRegistry sdl) {
        var objects = new ArrayList<ObjectTypeDefinition>(sdl.getTypes(ObjectTypeDefinition.class));
        sdl.objectTypeExtensions().values().forEach(objects::addAll);
        return objects;
    }

    /** As people write it: {@code Type.field}. */
    public static String coordinate(ObjectTypeDefinition type, FieldDefinition field) {
        return type.getName() + "." + field.getName();
    }
}
