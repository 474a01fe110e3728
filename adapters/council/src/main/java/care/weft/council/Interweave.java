package care.weft.council;

import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Words;
import care.weft.spi.model.Organisation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Interweave's profiles add to FHIR: extensions, and a tag for the organisation that answers for a record. */
final class Interweave {

    /** Release 4, the same without its release, and STU3, from which councils are still moving. */
    private static final List<String> BASES = List.of(
            "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/",
            "https://fhir.interweavedigital.nhs.uk/StructureDefinition/",
            "https://fhir.yhcr.nhs.uk/StructureDefinition/");

    private Interweave() {}

    /** The extension of this name, such as {@code SocialCareServiceCategory}; absent when there is none. */
    static Element extension(Element element, String name) {
        return extensions(element, name).findFirst().orElse(Element.ABSENT);
    }

    /** All extensions of this name. */
    static Stream<Element> extensions(Element element, String name) {
        var urls = BASES.stream()
                .map(base -> base + "Extension-Interweave-" + name)
                .toList();
        return element.each("extension").stream()
                .filter(extension -> urls.contains(Objects.requireNonNullElse(extension.text("url"), "")));
    }

    /** Whether a coding is of this code system, in whatever version. */
    static boolean isOf(Element coding, String codeSystem) {
        return Objects.requireNonNullElse(coding.text("system"), "").contains("/Interweave-" + codeSystem);
    }

    /** The organisation that the record's tag says answers for it; null without the tag. */
    static @Nullable Organisation provenance(Resource resource) {
        return resource.element().at("meta").each("tag").stream()
                .filter(tag ->
                        Objects.requireNonNullElse(tag.text("system"), "").endsWith("/Provenance"))
                .map(Interweave::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Organisation organisation(Element tag) {
        var code = tag.text("code");
        var name = Words.either(tag.text("display"), code);
        return name == null ? null : new Organisation(code, name);
    }

    /** Whether two records of an organisation are of one, by their code or else their name. */
    static boolean same(@Nullable Organisation one, @Nullable Organisation other) {
        if (one == null || other == null) {
            return false;
        }
        boolean coded = one.odsCode() != null && other.odsCode() != null;
        return coded
                ? Objects.equals(one.odsCode(), other.odsCode())
                : one.name().equalsIgnoreCase(other.name());
    }
}
