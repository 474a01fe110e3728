package care.weft.gateway.policy;

import care.weft.gateway.settings.Nearest;
import care.weft.gateway.settings.SettingException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of the policy's file, which knows its line. */
final class Written {

    private final Node node;

    private Written(Node node) {
        this.node = node;
    }

    /** A whole file. */
    static Written of(Reader file) {
        try {
            var node = new Yaml(new LoaderOptions()).compose(file);
            if (node == null) {
                throw new SettingException(AccessSettings.POLICY, "is an empty file", "Write rules under 'allow'.");
            }
            return new Written(node);
        } catch (MarkedYAMLException notYaml) {
            var mark = notYaml.getProblemMark();
            throw new SettingException(
                    AccessSettings.POLICY,
                    "is not readable as YAML, in line " + (mark == null ? "?" : mark.getLine() + 1) + ": "
                            + notYaml.getProblem(),
                    "Mend that line.");
        }
    }

    /** One word of it. */
    record Word(String text, int line) {

        SettingException wrong(String problem, String remedy) {
            return Written.wrong(line, problem, remedy);
        }

        /** The same text, if it is known. */
        String oneOf(List<String> known, String what) {
            if (!known.contains(text)) {
                throw wrong(
                        "names '" + text + "', which is no " + what,
                        "Did you mean " + Nearest.to(text, known) + "? Known are " + String.join(", ", known) + ".");
            }
            return text;
        }

        <E extends Enum<E>> E as(Class<E> type, String what) {
            var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            return Enum.valueOf(type, oneOf(known, what));
        }
    }

    SettingException wrong(String problem, String remedy) {
        return wrong(line(node), problem, remedy);
    }

    private static SettingException wrong(int line, String problem, String remedy) {
        return new SettingException(AccessSettings.POLICY, problem + ", in line " + line, remedy);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** What stands at a key; null when the key does not. */
    @Nullable
    Written at(String key) {
        return map().get(key);
    }

    @Nullable
    Word wordAt(String key) {
        var found = at(key);
        return found == null ? null : word(found.node);
    }

    List<Written> listAt(String key) {
        var found = at(key);
        return found == null ? List.of() : found.list();
    }

    Map<String, Written> mapAt(String key) {
        var found = at(key);
        return found == null ? Map.of() : found.map();
    }

    List<Word> words() {
        return list().stream().map(each -> word(each.node)).toList();
    }

    /** A key of the map that this stands at. */
    <E extends Enum<E>> E keyOf(Class<E> type, String key) {
        return new Word(key, line(node)).as(type, "duty");
    }

    void onlyKeys(String... known) {
        map().forEach((key, value) -> new Word(key, line(value.node)).oneOf(List.of(known), "key"));
    }

    private List<Written> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("has something else where a list belongs", "Write a list, such as [GP, NURSE].");
        }
        return sequence.getValue().stream().map(Written::new).toList();
    }

    private Map<String, Written> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("has something else where 'key: value' belongs", "See gateway/docs/access.md.");
        }
        var map = new LinkedHashMap<String, Written>();
        for (var entry : mapping.getValue()) {
            var key = word(entry.getKeyNode());
            if (map.put(key.text(), new Written(entry.getValueNode())) != null) {
                throw key.wrong("has '" + key.text() + "' twice", "Keep one.");
            }
        }
        return map;
    }

    private static Word word(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(line(node), "has something else where a word belongs", "Write one word.");
        }
        return new Word(scalar.getValue(), line(node));
    }
}
