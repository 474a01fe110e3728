package care.weft.gateway.fields;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.AccessRequest;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.access.Ties;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.testing.Records;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one role was shown in an answer, and what of it the policy does not give that role. */
public final class SeenFields {

    /** What stands in a field that cannot be empty, and tells nothing. */
    private static final Set<String> BLANKS = Set.of("Appointment", "Referral", "Assessment", "Stay", "METADATA");

    private final CallerRole role;
    private final AccessPolicy policy;
    private final Partners partners;
    private final FieldRules rules;
    private final Set<String> own;
    private final Set<String> leaks = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();

    /** @param own names of the organisations that whoever asks acts for */
    public SeenFields(CallerRole role, AccessPolicy policy, Partners partners, FieldRules rules, Set<String> own) {
        this.role = role;
        this.policy = policy;
        this.partners = partners;
        this.rules = rules;
        this.own = own;
    }

    public Set<String> leaks() {
        return leaks;
    }

    /** Coordinates of what was rightly shown. */
    public Set<String> shown() {
        return shown;
    }

    /** Looks through a whole answer. */
    public void take(JsonNode answer) {
        take(answer, null);
    }

    private void take(JsonNode value, @Nullable String partner) {
        if (value.isArray()) {
            value.forEach(each -> take(each, partner));
        } else if (value.isObject()) {
            var from = partner(value, partner);
            var type = value.path("__typename").asString("");
            value.properties().forEach(field -> {
                var name = unaliased(field.getKey());
                check(type, name, field.getValue(), from == null ? partner(field.getValue(), null) : from, value);
                take(field.getValue(), from);
            });
        }
    }

    private static String unaliased(String key) {
        return key.startsWith(WholeSelection.ALIAS) ? key.substring(WholeSelection.ALIAS.length()) : key;
    }

    private static JsonNode at(JsonNode object, String field) {
        var aliased = object.path(WholeSelection.ALIAS + field);
        return aliased.isMissingNode() ? object.path(field) : aliased;
    }

    /** Whose record an object is of, by its provenance or that of what it is in. */
    private static @Nullable String partner(JsonNode object, @Nullable String otherwise) {
        var first = object.isArray() && !object.isEmpty() ? object.get(0) : object;
        var stated = at(at(at(first, "provenance"), "partner"), "id");
        return stated.isMissingNode() ? otherwise : stated.asString();
    }

    private void check(String type, String field, JsonNode value, @Nullable String partner, JsonNode record) {
        var section = rules.section(type, field);
        if (section.isEmpty() || isNothing(value)) {
            return;
        }
        var of = partner == null ? Optional.<Partner>empty() : partners.find(new PartnerId(partner));
        var rule = rules.of(type, field);
        if (of.isEmpty()) {
            leaks.add(role + " sees " + type + "." + field + " of nobody knows whom");
        } else if (!isGiven(section.get(), rule, of.get(), record)) {
            leaks.add(role + " sees " + type + "." + field + " of " + partner);
        } else {
            shown.add(type + "." + field);
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && BLANKS.contains(value.asString()));
    }

    private boolean isGiven(Section section, String rule, Partner partner, JsonNode record) {
        var asked = new AccessRequest(
                Records.caller(role),
                section,
                partner.id(),
                partner.kind(),
                PurposeOfUse.TREAT,
                new Ties(true, true, LegitimateRelationship.DIRECT),
                Set.of());
        return policy.read(asked) instanceof Decision.Permit permit
                && SensitiveField.named(rule)
                        .map(field -> !permit.withheld().contains(field))
                        .orElse(true)
                && (!permit.isScoped() || isOwn(record, partner));
    }

    /** What states no organisation is the partner's. */
    private boolean isOwn(JsonNode record, Partner partner) {
        return own.contains(at(at(record, "organisation"), "name").asString(partner.name()))
                || own.contains(at(at(record, "provider"), "name").asString(""));
    }
}
