package care.weft.gateway.fields;

import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.schema.Sdl;
import care.weft.spi.model.Section;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of {@code access/fields.yml}: of each field, what governs it. */
public final class FieldRules {

    private static final Set<String> WORDS = Stream.of(
                    Stream.of("ANYBODY", "OPENED", "ANSWER", "DUTY", "PART", "MADE_OF", "AUDIT"),
                    Arrays.stream(Section.values()).map(Enum::name),
                    Arrays.stream(SensitiveField.values()).map(SensitiveField::word))
            .flatMap(words -> words)
            .collect(Collectors.toSet());

    /** By coordinate; more than one is an error. */
    private final Map<String, List<String>> rules = new TreeMap<>();

    private FieldRules(String written) {
        Map<String, Map<String, List<String>>> types =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(written));
        types.forEach((type, byRule) -> byRule.forEach((rule, fields) ->
                fields.forEach(field -> rules.computeIfAbsent(type + "." + field, _ -> new ArrayList<>())
                        .add(rule))));
    }

    static FieldRules parse(String written) {
        return new FieldRules(written);
    }

    /** Those of the gateway. */
    public static FieldRules shipped() {
        try (var file = Objects.requireNonNull(FieldRules.class.getResourceAsStream("/access/fields.yml"))) {
            return new FieldRules(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fields without a rule, with two, or with one that is not known; and rules of fields that there are not. */
    List<String> problems(TypeDefinitionRegistry sdl) {
        var served = new HashSet<String>();
        Sdl.objects(sdl)
                .forEach(type -> type.getFieldDefinitions().forEach(field -> served.add(Sdl.coordinate(type, field))));
        var problems = new TreeSet<String>();
        served.stream()
                .filter(field -> !rules.containsKey(field))
                .forEach(field -> problems.add(field + " has no rule"));
        rules.forEach((field, named) -> {
            if (!served.contains(field)) {
                problems.add(field + " has a rule, and is not in the SDL");
            }
            if (named.size() > 1) {
                problems.add(field + " has several rules");
            }
            named.stream()
                    .filter(rule -> !WORDS.contains(rule))
                    .forEach(rule -> problems.add(field + " has the rule " + rule + ", which is not known"));
        });
        return List.copyOf(problems);
    }

    /** What governs a field. */
    public String of(String type, String field) {
        return rules.getOrDefault(type + "." + field, List.of("NONE")).getFirst();
    }

    /** The section that a field is of; empty where it is of none. */
    public Optional<Section> section(String type, String field) {
        var word = of(type, field).replaceFirst("\\..*", "");
        return Arrays.stream(Section.values())
                .filter(section -> section.name().equals(word))
                .findFirst();
    }

    /** The coordinates that a rule governs. */
    public Set<String> governedBy(SensitiveField field) {
        return rules.entrySet().stream()
                .filter(entry -> entry.getValue().contains(field.word()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
