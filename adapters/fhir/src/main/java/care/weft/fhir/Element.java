package care.weft.fhir;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One element of a FHIR resource, read leniently: a list where one value is due gives its first, one value where a list is
 * due counts as a list of one, and what is absent or cannot be read is null or an absent element, never an exception.
 * {@link #toString()} is redacted.
 *
 * @param json what the partner sent
 */
public record Element(JsonNode json) {

    /** What was not sent. */
    public static final Element ABSENT = new Element(MissingNode.getInstance());

    /** A number outside of these powers of ten is no measurement; written out, it could fill the memory. */
    private static final int MOST_DIGITS = 60;

    /** As a tree, a body of the fewest characters for each takes thirty times its own size. Real records have about one in twenty. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private static final List<String> UK_EXTENSIONS = List.of(
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-",
            "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-",
            "https://fhir.nhs.uk/StructureDefinition/Extension-",
            "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-",
            "https://fhir.nhs.uk/R4/StructureDefinition/Extension-");

    /**
     * The whole of a body.
     *
     * @throws JacksonException when it is not JSON; and when it is deeper than 500 levels, or has more than a million brackets, names
     *     and values
     */
    public static Element read(byte[] body) {
        return new Element(JSON.readTree(body));
    }

    /** Whether the partner sent it at all. */
    public boolean present() {
        return !json.isMissingNode() && !json.isNull();
    }

    /** The child of this name, the first where there are several; absent where there is none. */
    public Element at(String name) {
        var child = json.path(name);
        if (child.isArray()) {
            var items = each(name);
            return items.isEmpty() ? ABSENT : items.getFirst();
        }
        return child.isNull() ? ABSENT : new Element(child);
    }

    /** The children of this name, in order; empty when there is none. */
    public List<Element> each(String name) {
        var child = json.path(name);
        if (!child.isArray()) {
            return child.isMissingNode() || child.isNull() ? List.of() : List.of(new Element(child));
        }
        var items = new ArrayList<Element>(child.size());
        for (var item : child) {
            if (!item.isNull()) {
                items.add(new Element(item));
            }
        }
        return items;
    }

    /** The value of an extension or of anything else that has a {@code value[x]}, whatever its type. */
    public Element value() {
        for (var property : json.properties()) {
            if (property.getKey().startsWith("value")) {
                return at(property.getKey());
            }
        }
        return ABSENT;
    }

    /**
     * Its own extension with one of these addresses, as written in {@code url}; absent when it has none of them. An empty address,
     * as of a setting that is not set, is no extension's, not even of one without {@code url}.
     */
    public Element extension(String... urls) {
        return extension(Arrays.asList(urls));
    }

    /**
     * Its own extension with one of these names, by whichever body publishes it: {@code UKCore-DeliveryChannel} is
     * {@code https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeliveryChannel}, and the same below the other
     * addresses of HL7 UK and NHS England, R4 and STU3.
     */
    public Element ukExtension(String... names) {
        return extension(Arrays.stream(names)
                .flatMap(name -> UK_EXTENSIONS.stream().map(base -> base + name))
                .toList());
    }

    private Element extension(List<String> urls) {
        for (var extension : each("extension")) {
            var url = extension.text("url");
            if (url != null && urls.contains(url)) {
                return extension;
            }
        }
        return ABSENT;
    }

    /** Its words, without surrounding space; null when blank or not a simple value. */
    public @Nullable String text() {
        if (!json.isValueNode() || !present()) {
            return null;
        }
        var text = json.asString("").strip();
        return text.isEmpty() ? null : text;
    }

    public @Nullable String text(String name) {
        return at(name).text();
    }

    /** The words of all children of this name that have any. */
    public List<String> texts(String name) {
        return each(name).stream().map(Element::text).filter(Objects::nonNull).toList();
    }

    /** True or false, as such or in words. */
    public @Nullable Boolean bool(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            case null, default -> null;
        };
    }

    /** A number, as such or in words, as exact as written. */
    public @Nullable BigDecimal decimal() {
        var written = text();
        if (written == null || written.length() > MOST_DIGITS) {
            return null;
        }
        try {
            var number = new BigDecimal(written);
            return Math.abs(number.scale()) > MOST_DIGITS ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    public @Nullable BigDecimal decimal(String name) {
        return at(name).decimal();
    }

    /** A {@code date}, as exact as written; of a {@code dateTime} or {@code instant} its Europe/London day. */
    public @Nullable PartialDate date() {
        var written = text();
        return written == null ? null : Dates.date(written);
    }

    public @Nullable PartialDate date(String name) {
        return at(name).date();
    }

    /** A {@code date}, {@code dateTime} or {@code instant}, as exact as written. A time without an offset is London's. */
    public @Nullable Moment moment() {
        var written = text();
        return written == null ? null : Dates.moment(written);
    }

    public @Nullable Moment moment(String name) {
        return at(name).moment();
    }

    /** A {@code dateTime} or {@code instant} that has a time; null for a date alone. A time without an offset is London's. */
    public @Nullable Instant instant() {
        var written = text();
        return written == null ? null : Dates.instant(written);
    }

    public @Nullable Instant instant(String name) {
        return at(name).instant();
    }

    /** A {@code Period}; both ends null when there is none. */
    public Period period(String name) {
        var period = at(name);
        return new Period(period.moment("start"), period.moment("end"));
    }

    /**
     * This {@code CodeableConcept}, {@code Coding}, {@code code} or {@code string}: of several codings the one
     * that the user selected, else the first with words, else the concept's own text beside the first code, else that code.
     */
    public @Nullable Coding coding() {
        return Concepts.coding(this);
    }

    /** The first readable concept of this name. */
    public @Nullable Coding coding(String name) {
        return each(name).stream()
                .map(Element::coding)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A {@code Reference}, or a {@code canonical} read as one; it names nothing when there is none. */
    public Reference reference(String name) {
        return Reference.of(at(name));
    }

    /** All {@code Reference}s of this name. */
    public List<Reference> references(String name) {
        return each(name).stream().map(Reference::of).toList();
    }

    @Override
    public String toString() {
        return "Element[redacted]";
    }
}
