package care.weft.mentalhealth;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Element;
import care.weft.fhir.Unreadable;
import care.weft.spi.model.Coding;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One row of a table. The names of fields are found in upper or lower case, for versions of the data set differ in them
 * ({@code LocalPatientID}, {@code LocalPatientId}); a blank field counts as absent. {@link #toString()} is redacted.
 */
record Row(String table, Map<String, Element> fields) {

    /** Times are written alone or with a day in front, a dummy one in some systems: only the time of it counts. */
    private static final Pattern TIME =
            Pattern.compile("(?:\\d{4}-\\d{2}-\\d{2}[Tt ])?(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?");

    private static final String LOCAL_PATIENT_ID = "LocalPatientId";

    /** Null when it is not an object. */
    static @Nullable Row of(String table, JsonNode json) {
        if (!json.isObject()) {
            return null;
        }
        var fields = new TreeMap<String, Element>(String.CASE_INSENSITIVE_ORDER);
        for (var field : json.properties()) {
            fields.put(field.getKey(), new Element(field.getValue()));
        }
        return new Row(table, fields);
    }

    @Nullable
    String text(String field) {
        return element(field).text();
    }

    /** The words that the trust itself has for the code in a field. */
    @Nullable
    String words(String field) {
        return text(field + "Name");
    }

    String textOf(String field) throws Unreadable {
        return unlessMissing(text(field), field);
    }

    /** @throws Unreadable when something stands there that is no date */
    @Nullable
    PartialDate date(String field) throws Unreadable {
        return text(field) == null ? null : unlessMissing(element(field).date(), field);
    }

    /** @throws Unreadable when something stands there that is no number */
    @Nullable
    BigDecimal number(String field) throws Unreadable {
        return text(field) == null ? null : unlessMissing(element(field).decimal(), field);
    }

    /** A date and a time in one field. */
    @Nullable
    Moment moment(String field) throws Unreadable {
        return text(field) == null ? null : unlessMissing(element(field).moment(), field);
    }

    /** A date in one field and its time in another: without the time, the date alone. */
    @Nullable
    Moment moment(String dateField, String timeField) throws Unreadable {
        var date = date(dateField);
        var written = text(timeField);
        if (date == null || written == null) {
            return date == null ? null : Moment.of(date);
        }
        var time = TIME.matcher(written);
        if (!time.matches()) {
            throw new Unreadable(timeField + " is missing or not readable");
        }
        if (date.day() == null) {
            return Moment.of(date);
        }
        var both = new Element(JsonNodeFactory.instance.stringNode(date + "T" + time.group(1)));
        return Moment.of(unlessMissing(both.instant(), timeField));
    }

    /** The code in a field, with the trust's words before the data set's; null when there is neither code nor words. */
    @Nullable
    Coding coding(String field) {
        return coding(field, field);
    }

    /** @param list the field whose codes these are, where another field has codes of the same list */
    @Nullable
    Coding coding(String field, String list) {
        var code = text(field);
        var words = words(field);
        if (code == null) {
            return words == null ? null : Coding.text(words);
        }
        return new Coding("urn:mhsds:v6:" + list, code, words == null ? CodeLists.words(list, code) : words);
    }

    @Nullable
    Organisation organisation(String field) {
        var code = text(field);
        var words = words(field);
        return code == null && words == null ? null : new Organisation(code, words == null ? "" + code : words);
    }

    /** Whose record it is: the provider. */
    @Nullable
    Organisation provider() {
        return organisation("OrgIDProv");
    }

    /** The professional, if the trust gives a name. */
    @Nullable
    Practitioner practitioner() {
        var name = words("CareProfLocalId");
        return name == null ? null : new Practitioner(name, text("CareProfLocalIdRole"));
    }

    @Nullable
    LocalId localPatientId() {
        var id = text(LOCAL_PATIENT_ID);
        return id == null ? null : new LocalId(id);
    }

    Optional<NhsNumber> nhsNumber() {
        return Optional.ofNullable(text("NHSNumber")).flatMap(NhsNumber::parse);
    }

    /** Whose it is, by its own words. */
    Owner owner() throws Unreadable {
        return new Owner(nhsNumber().orElse(null), unlessMissing(localPatientId(), LOCAL_PATIENT_ID));
    }

    /** Where it comes from, by the fields that name it within its table. */
    RecordSource source(@Nullable Instant recordedAt, String... idFields) throws Unreadable {
        var id = new StringBuilder(table);
        for (var field : idFields) {
            id.append('/').append(textOf(field));
        }
        return new RecordSource(id.toString(), owner(), null, null, recordedAt, null);
    }

    private Element element(String field) {
        return fields.getOrDefault(field, Element.ABSENT);
    }

    @Override
    public String toString() {
        return "Row[redacted]";
    }
}
