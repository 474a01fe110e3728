package care.weft.gateway.advice;

import care.weft.gateway.settings.SettingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of a vocabulary, read strictly: what is missing, misspelt or out of range stops the start, with the row named.
 *
 * @param name as it is told, such as {@code assessment-catalogue.json, row CFS}
 */
record CatalogueRow(String name, JsonNode node) {

    CatalogueRow at(String field) {
        var found = node.get(field);
        if (found == null || !found.isObject()) {
            throw wrong(field, "is missing or no object");
        }
        return new CatalogueRow(name, found);
    }

    String text(String field) {
        var found = node.get(field);
        if (found == null || !found.isString() || found.asString().isBlank()) {
            throw wrong(field, "is missing or no text");
        }
        return found.asString();
    }

    @Nullable
    String textOrNull(String field) {
        return absent(field) ? null : text(field);
    }

    boolean flag(String field) {
        var found = node.get(field);
        if (found == null || !found.isBoolean()) {
            throw wrong(field, "is missing or neither true nor false");
        }
        return found.asBoolean();
    }

    int number(String field) {
        var found = node.get(field);
        if (found == null || !found.isIntegralNumber() || !found.canConvertToInt() || found.asInt() < 0) {
            throw wrong(field, "is missing or no whole number from 0");
        }
        return found.asInt();
    }

    @Nullable
    Integer numberOrNull(String field) {
        return absent(field) ? null : Integer.valueOf(number(field));
    }

    <E extends Enum<E>> E one(String field, Class<E> of) {
        return one(field, text(field), of);
    }

    <E extends Enum<E>> Set<E> several(String field, Class<E> of) {
        var found = new LinkedHashSet<E>();
        names(field).forEach(name -> found.add(one(field, name, of)));
        return found;
    }

    Set<String> names(String field) {
        var found = node.get(field);
        if (found == null || !found.isArray() || found.valueStream().anyMatch(name -> !name.isString())) {
            throw wrong(field, "is missing or no list of names");
        }
        return found.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The fields of this row as names of one kind. */
    <E extends Enum<E>> Map<E, String> keys(String what, Class<E> of) {
        var found = new LinkedHashMap<E, String>();
        node.propertyNames().forEach(key -> found.put(one(what, key, of), key));
        return found;
    }

    <E extends Enum<E>> E one(String field, String value, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(
                        field, "has '" + value + "', which is none of " + Arrays.toString(of.getEnumConstants())));
    }

    SettingException wrong(String field, String problem) {
        return new SettingException(name + ": " + field, problem, "Correct that row of the vocabulary.");
    }

    private boolean absent(String field) {
        var found = node.get(field);
        return found == null || found.isNull();
    }
}
