package care.weft.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of concepts, each named by {@code system|code}, by a code of whatever system, or by words that are the whole of a
 * display or a text. Upper and lower case are the same.
 *
 * @param names in lower case
 */
public record Codes(Set<String> names) {

    public static final Codes NONE = of();

    public Codes {
        names = Set.copyOf(names);
    }

    public static Codes of(String... names) {
        return of(List.of(names));
    }

    static Codes of(Collection<String> names) {
        return new Codes(names.stream().map(Codes::lowerCase).collect(Collectors.toSet()));
    }

    /** Whether any of these {@code CodeableConcept}s is one of them, by any of its codings or by its text. */
    public boolean include(List<Element> concepts) {
        return concepts.stream().flatMap(Codes::parts).flatMap(Codes::named).anyMatch(names::contains);
    }

    /** Whether this is the name of one of them; false for none. */
    public boolean include(@Nullable String name) {
        return name != null && names.contains(lowerCase(name));
    }

    /** All displays and texts of these concepts, in lower case. */
    public static Stream<String> words(List<Element> concepts) {
        return concepts.stream()
                .flatMap(Codes::parts)
                .flatMap(part -> Stream.of(part.text("display"), part.text("text"), part.text()))
                .filter(Objects::nonNull)
                .map(Codes::lowerCase);
    }

    /** A concept's codings, and the concept itself for its text; it may also be a coding, or words, itself. */
    private static Stream<Element> parts(Element concept) {
        return Stream.concat(concept.each("coding").stream(), Stream.of(concept));
    }

    private static Stream<String> named(Element part) {
        var code = part.text("code");
        var coded = code == null ? Stream.<String>empty() : Stream.of(code, part.text("system") + "|" + code);
        return Stream.concat(coded.map(Codes::lowerCase), words(List.of(part)));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
