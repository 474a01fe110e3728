package care.weft.gateway.policy;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Duty;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PersonFlag;
import care.weft.gateway.access.PolicyRule;
import care.weft.gateway.access.RecordScope;
import care.weft.gateway.access.SensitiveField;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access rules as written in YAML. Described in {@code gateway/docs/access.md}. Every word is checked: a rule with a word that is
 * not known would silently allow or deny something else than its author meant.
 */
final class PolicyFile {

    private static final Set<String> CARE = Set.of(
            Section.APPOINTMENTS.name(),
            Section.CARE_PACKAGES.name(),
            Section.REFERRALS.name(),
            Section.STAYS.name(),
            Section.ASSESSMENTS.name(),
            Section.INVOLVEMENTS.name());

    private final Set<String> partners;
    private final Map<String, List<Written.Word>> sets = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private PolicyFile(Set<String> partners) {
        this.partners = partners;
    }

    /**
     * Reads the whole policy.
     *
     * @param partners the kinds and ids of partner that rules may name
     * @throws care.weft.gateway.settings.SettingException for the first thing that is wrong; names the line
     */
    static AccessPolicy read(Reader file, Set<String> partners) {
        return new PolicyFile(partners).policy(Written.of(file));
    }

    private AccessPolicy policy(Written file) {
        file.onlyKeys("sets", "allow", "deny", "duties");
        file.mapAt("sets").forEach((name, words) -> sets.put(name, words.words()));
        var rules = new ArrayList<PolicyRule>();
        file.listAt("allow").forEach(rule -> rules.add(rule(rule, true)));
        file.listAt("deny").forEach(rule -> rules.add(rule(rule, false)));
        if (rules.isEmpty()) {
            throw file.wrong("has no rules, so nobody may see anything", "Write rules under 'allow'.");
        }
        var duties = new EnumMap<Duty, Set<CallerRole>>(Duty.class);
        file.mapAt("duties")
                .forEach((duty, roles) ->
                        duties.put(roles.keyOf(Duty.class, duty), enums(words(roles, duty), CallerRole.class, "role")));
        return new AccessPolicy(rules, duties);
    }

    private PolicyRule rule(Written rule, boolean allows) {
        rule.onlyKeys("rule", "roles", "read", "partners", "purposes", "relationships", "flags", "records", "labels");
        var name = rule.wordAt("rule");
        if (name == null) {
            throw rule.wrong("has a rule without a name", "Give it one: 'rule: what-it-is-for'.");
        }
        if (!names.add(name.text())) {
            throw name.wrong("names a second rule '" + name.text() + "'", "Give each rule a name of its own.");
        }
        var read = wordsAt(rule, "read");
        var roles = wordsAt(rule, "roles");
        if (read.isEmpty() || (allows && roles.isEmpty())) {
            throw rule.wrong(
                    "has a rule '" + name.text() + "' that does not say " + (read.isEmpty() ? "what" : "for whom"),
                    "Name " + (read.isEmpty() ? "sections or fields under 'read'." : "roles under 'roles'."));
        }
        return new PolicyRule(
                name.text(),
                allows,
                enums(roles, CallerRole.class, "role"),
                sections(read),
                fields(read),
                partners(wordsAt(rule, "partners")),
                enums(wordsAt(rule, "purposes"), PurposeOfUse.class, "purpose"),
                enums(wordsAt(rule, "relationships"), LegitimateRelationship.class, "relationship"),
                enums(wordsAt(rule, "flags"), PersonFlag.class, "flag"),
                scope(rule, allows, read),
                labels(rule, allows));
    }

    private List<Written.Word> wordsAt(Written rule, String key) {
        var written = rule.at(key);
        return written == null ? List.of() : words(written, key);
    }

    /** The words of a list, with those of the sets that it names. An empty list would match everything: it is an error. */
    private List<Written.Word> words(Written written, String key) {
        var words = written.words().stream()
                .flatMap(word -> sets.containsKey(word.text()) ? sets.get(word.text()).stream() : Stream.of(word))
                .toList();
        if (words.isEmpty()) {
            throw written.wrong("has an empty list '" + key + "'", "Leave the key out, or name something.");
        }
        return words;
    }

    private static Set<Section> sections(List<Written.Word> read) {
        var fields =
                Arrays.stream(SensitiveField.values()).map(SensitiveField::word).toList();
        var known = Stream.concat(Arrays.stream(Section.values()).map(Enum::name), fields.stream())
                .toList();
        return read.stream()
                .map(word -> word.oneOf(known, "section or sensitive field"))
                .filter(word -> !fields.contains(word))
                .map(Section::valueOf)
                .collect(Collectors.toSet());
    }

    private static Set<SensitiveField> fields(List<Written.Word> read) {
        return read.stream()
                .flatMap(word -> SensitiveField.named(word.text()).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> partners(List<Written.Word> words) {
        return words.stream()
                .map(word -> word.oneOf(partners.stream().sorted().toList(), "kind or id of partner"))
                .collect(Collectors.toSet());
    }

    private static RecordScope scope(Written rule, boolean allows, List<Written.Word> read) {
        var word = rule.wordAt("records");
        if (word == null) {
            return RecordScope.ALL;
        }
        var scope = word.as(RecordScope.class, "scope of records");
        if (!allows) {
            throw word.wrong("limits what is denied to some records", "Leave 'records' out: what is denied is denied.");
        }
        var other = read.stream()
                .filter(each -> scope == RecordScope.DELIVERED
                        ? !each.text().startsWith(Section.CARE_PACKAGES.name())
                        : CARE.stream().noneMatch(each.text()::startsWith))
                .findFirst();
        if (scope != RecordScope.ALL && other.isPresent()) {
            throw word.wrong(
                    "limits '" + other.get().text() + "' to " + scope + ", which has no such records",
                    "Write a rule of its own for it.");
        }
        return scope;
    }

    private Set<Confidentiality> labels(Written rule, boolean allows) {
        var words = wordsAt(rule, "labels");
        if (!allows && !words.isEmpty()) {
            throw words.getFirst()
                    .wrong("limits what is denied to some records", "Leave 'labels' out: what is denied is denied.");
        }
        return enums(words, Confidentiality.class, "label of a record");
    }

    private static <E extends Enum<E>> Set<E> enums(List<Written.Word> words, Class<E> type, String what) {
        var all = new LinkedHashSet<E>();
        words.forEach(word -> all.add(word.as(type, what)));
        return all;
    }
}
