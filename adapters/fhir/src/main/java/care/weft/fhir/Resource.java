package care.weft.fhir;

import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One FHIR resource and the answer that it came in, within which its references are resolved. {@link #toString()} is redacted. */
public final class Resource {

    private final Element element;
    private final @Nullable String fullUrl;
    private final Index index;

    Resource(Element element, @Nullable String fullUrl, Index index) {
        this.element = element;
        this.fullUrl = fullUrl;
        this.index = index;
    }

    /** The kind of resource, such as {@code Appointment}. */
    public String type() {
        return Objects.requireNonNullElse(element.text("resourceType"), "");
    }

    /** The logical id; null when it has none. */
    public @Nullable String id() {
        return element.text("id");
    }

    /** Its content. */
    public Element element() {
        return element;
    }

    boolean isOwn(Reference reference) {
        return index.isOwn(reference, this);
    }

    /** The address that the partner's bundle gives it; null for one that came alone, or without an address. */
    public @Nullable String fullUrl() {
        return fullUrl;
    }

    /** The resource that a reference in this one names, when the answer holds it: contained, included, or another match. */
    public @Nullable Resource resolve(Reference reference) {
        var written = reference.written();
        if (written != null && written.startsWith("#")) {
            return element.each("contained").stream()
                    .map(contained -> new Resource(contained, null, index))
                    .filter(contained -> written.equals("#" + contained.id()))
                    .findFirst()
                    .orElse(null);
        }
        return index.find(reference, this);
    }

    /** The kind of resource that a reference in this one names, by what it leads to, else by what it says; null when neither tells. */
    public @Nullable String kind(Reference reference) {
        var named = resolve(reference);
        return named == null ? reference.type() : named.type();
    }

    /** Whether a reference in this resource names a resource of this kind, by what it says or by what it leads to. */
    public boolean names(Reference reference, String resourceType) {
        return resourceType.equals(kind(reference));
    }

    /** The organisation, service or site that a reference names; null when it names none, or a person. */
    public @Nullable Organisation organisation(Reference reference) {
        return Actors.organisation(this, reference);
    }

    /** The professional whom a reference names; null when it names none, or something else. */
    public @Nullable Practitioner practitioner(Reference reference) {
        return Actors.practitioner(this, reference);
    }

    /** The place that a reference names; null when it names none, or something else. */
    public @Nullable Location location(Reference reference) {
        return Actors.location(this, reference);
    }

    /** How to reach what this resource is, such as a team, at work; null when it states neither phone nor email. */
    public @Nullable Contact contact() {
        return Actors.contact(this);
    }

    /** How to reach what a reference names, at work; null when what it names was not sent along, or states neither phone nor email. */
    public @Nullable Contact contact(Reference reference) {
        return Actors.contact(this, reference);
    }

    /**
     * Whose record this is, by its own statement in this field, such as {@code subject}.
     *
     * @throws Unreadable when it does not say, or contradicts itself
     */
    public Owner owner(String field) throws Unreadable {
        return Owners.of(this, element.references(field), field);
    }

    /**
     * Whose record this is, by a patient among several references, such as participants.
     *
     * @throws Unreadable when none of them is a patient, more than one is, or it contradicts itself
     */
    public Owner owner(List<Reference> references, String field) throws Unreadable {
        return Owners.of(this, references, field);
    }

    /**
     * Where an entry made of this resource comes from.
     *
     * @param openIn where it opens in the partner's own system; null for nowhere
     * @throws Unreadable when it has nothing to be told by
     */
    public RecordSource source(Owner owner, @Nullable URI openIn) throws Unreadable {
        var meta = element.at("meta");
        return new RecordSource(
                type() + "/" + recordId(),
                owner,
                meta.text("versionId"),
                system(meta),
                meta.instant("lastUpdated"),
                openIn,
                labels());
    }

    /** Those by which the partner says that fewer may see it. */
    public Set<Confidentiality> labels() {
        return Labels.of(element);
    }

    private String recordId() throws Unreadable {
        if (id() != null) {
            return id();
        }
        // Not standard, but stable: a record without an id that has an identifier of its own can still be told from
        // others.
        var identifier =
                type().equals("Patient") ? null : element.at("identifier").text("value");
        return Unreadable.unlessMissing(identifier, "id");
    }

    /** {@code meta.source} without the request that it came by; else the tag that Interweave's servers must carry. */
    private static @Nullable String system(Element meta) {
        var source = meta.text("source");
        if (source != null) {
            var system = source.indexOf('#') < 0 ? source : source.substring(0, source.indexOf('#'));
            return system.isEmpty() ? null : system;
        }
        for (var tag : meta.each("tag")) {
            if (Objects.requireNonNullElse(tag.text("system"), "").endsWith("Source")) {
                return tag.text("display") == null ? tag.text("code") : tag.text("display");
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "Resource[redacted]";
    }
}
