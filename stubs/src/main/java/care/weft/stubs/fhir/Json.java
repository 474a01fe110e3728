package care.weft.stubs.fhir;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds JSON in the order in which it is to be read. */
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /**
     * An object of names and values in turn; a name whose value is null is left out.
     *
     * <p>Values are text, whole numbers, decimals, booleans or JSON.
     */
    public static ObjectNode object(@Nullable Object... namesAndValues) {
        var object = NODES.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                object.set(String.valueOf(namesAndValues[i]), node(value));
            }
        }
        return object;
    }

    /** An array of the values that are not null. */
    public static ArrayNode array(@Nullable Object... values) {
        var array = NODES.arrayNode();
        for (var value : values) {
            if (value != null) {
                array.add(node(value));
            }
        }
        return array;
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case String text -> NODES.stringNode(text);
            case Integer number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Boolean bool -> NODES.booleanNode(bool);
            default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
        };
    }
}
