package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.advice.rules.ReuseClass;
import care.weft.gateway.advice.rules.SatisfiedBy;
import care.weft.gateway.advice.rules.Validity;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue of assessments, which is data of the schema, and checks every row. */
final class CatalogueReader {

    static final String RESOURCE = "vocabulary/assessment-catalogue.json";

    private CatalogueReader() {}

    /**
     * Reads the catalogue on the class path.
     *
     * @throws SettingException for the first row that is wrong; names it
     */
    static Catalogue read() {
        try (InputStream resource = CatalogueReader.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new SettingException(RESOURCE, "is missing", "Put the schema's jar on the class path.");
            }
            return read(JsonMapper.shared().readTree(resource));
        } catch (JacksonException unreadable) {
            throw new SettingException(RESOURCE, "is no JSON", "Correct it; see the schema's own copy.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Catalogue read(JsonNode written) {
        var whole = new CatalogueRow(RESOURCE, written);
        checkVocabularies(whole);
        var kinds = whole.names("partnerKinds");
        var instruments = new LinkedHashMap<String, AssessmentInstrument>();
        for (var row : rows(written, "instruments")) {
            var read = instrument(row, kinds);
            if (instruments.put(read.id(), read) != null) {
                throw row.wrong("id", "is listed twice");
            }
        }
        if (instruments.isEmpty()) {
            throw whole.wrong("instruments", "is missing or empty");
        }
        return new Catalogue(whole.at("_about").text("made"), instruments.values(), eventSources(whole), kinds);
    }

    /** What the rules know, the file must list, and the other way round: neither may be understood by one alone. */
    private static void checkVocabularies(CatalogueRow whole) {
        if (!List.copyOf(whole.several("depthOrder", Depth.class)).equals(List.of(Depth.values()))) {
            throw whole.wrong("depthOrder", "is not from the shallowest to the deepest");
        }
        var domains = new EnumMap<NeedsDomain, String>(NeedsDomain.class);
        for (var row : rows(whole.node(), "domains")) {
            domains.put(row.one("id", NeedsDomain.class), row.text("label"));
        }
        check(whole, "domains", domains.size(), NeedsDomain.class);
        check(whole, "events", whole.several("events", EventKind.class).size(), EventKind.class);
        var classes = whole.at("reuseClasses").keys("reuseClasses", ReuseClass.class);
        check(whole, "reuseClasses", classes.size(), ReuseClass.class);
    }

    private static void check(CatalogueRow whole, String field, int listed, Class<? extends Enum<?>> of) {
        if (listed != of.getEnumConstants().length) {
            throw whole.wrong(field, "does not list all that the gateway knows");
        }
    }

    private static Map<EventKind, Section> eventSources(CatalogueRow whole) {
        var written = whole.at("eventSources");
        var keys = written.keys("eventSources", EventKind.class);
        check(whole, "eventSources", keys.size(), EventKind.class);
        var sources = new EnumMap<EventKind, Section>(EventKind.class);
        keys.forEach((event, key) -> {
            if (written.textOrNull(key) != null) {
                sources.put(event, written.one(key, Section.class));
            }
        });
        return sources;
    }

    private static List<CatalogueRow> rows(JsonNode written, String list) {
        var found = written.get(list);
        return found == null || !found.isArray()
                ? List.of()
                : found.valueStream()
                        .map(row -> new CatalogueRow(
                                "assessment-catalogue.json, row "
                                        + row.path("id").asString("without an id"),
                                row))
                        .toList();
    }

    private static AssessmentInstrument instrument(CatalogueRow row, Set<String> partnerKinds) {
        var unknown = row.names("mustAnswer").stream()
                .filter(kind -> !partnerKinds.contains(kind))
                .findFirst();
        if (unknown.isPresent()) {
            throw row.wrong("mustAnswer", "has '" + unknown.get() + "', which is none of " + partnerKinds);
        }
        return new AssessmentInstrument(
                row.text("id"),
                row.text("name"),
                row.text("family"),
                row.one("subject", AssessmentSubject.class),
                domains(row),
                row.one("maxDepth", Depth.class),
                validity(row.at("validity")),
                row.several("invalidatedBy", EventKind.class),
                row.flag("settingBound"),
                row.one("satisfiedBy", SatisfiedBy.class),
                row.at("reuse").one("class", ReuseClass.class),
                row.textOrNull("dutyHolder"),
                row.flag("jointAllowed"),
                row.flag("topUpAllowed"),
                row.at("typicalMinutes").number("value"),
                row.names("mustAnswer"),
                snomedCode(row));
    }

    /** None where the code does not tell this instrument from others. */
    private static @Nullable String snomedCode(CatalogueRow row) {
        var code = row.textOrNull("snomedCode");
        return code != null && row.flag("snomedIdentifies") ? code : null;
    }

    private static Map<NeedsDomain, Depth> domains(CatalogueRow row) {
        var written = row.at("domains");
        var domains = new EnumMap<NeedsDomain, Depth>(NeedsDomain.class);
        written.keys("domains", NeedsDomain.class)
                .forEach((domain, key) -> domains.put(domain, written.one(key, Depth.class)));
        if (domains.isEmpty()) {
            throw row.wrong("domains", "is empty");
        }
        return domains;
    }

    private static Validity validity(CatalogueRow written) {
        var settings = written.at("bySetting");
        var bySetting = new EnumMap<CareSetting, Integer>(CareSetting.class);
        settings.keys("bySetting", CareSetting.class)
                .forEach((setting, key) -> bySetting.put(setting, settings.number(key)));
        return new Validity(written.number("defaultDays"), bySetting, written.numberOrNull("atRiskDays"));
    }
}
