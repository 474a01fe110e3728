package care.weft.trust;

import care.weft.fhir.Element;
import java.util.Collection;
import java.util.HashSet;
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
record Codes(Set<String> names) {

    static final Codes NONE = of();

    Codes {
        names = Set.copyOf(names);
    }

    static Codes of(String... names) {
        return of(List.of(names));
    }

    static Codes of(Collection<String> names) {
        return new Codes(names.stream().map(Codes::lowerCase).collect(Collectors.toSet()));
    }

    Codes and(Codes others) {
        var all = new HashSet<>(names);
        all.addAll(others.names);
        return new Codes(all);
    }

    /** Whether any of these {@code CodeableConcept}s is one of them, by any of its codings or by its text. */
    boolean include(List<Element> concepts) {
        return concepts.stream()
                .flatMap(Codes::parts)
                .anyMatch(part -> named(part).map(Codes::lowerCase).anyMatch(names::contains));
    }

    /** Whether this is the name of one of them; false for none. */
    boolean include(@Nullable String name) {
        return name != null && names.contains(lowerCase(name));
    }

    /** All words of these concepts, in lower case. */
    static String words(List<Element> concepts) {
        return concepts.stream().flatMap(Codes::parts).flatMap(Codes::words).collect(Collectors.joining(" ; "));
    }

    /** A concept's codings, and the concept itself for its text; it may also be a coding, or words, itself. */
    private static Stream<Element> parts(Element concept) {
        return Stream.concat(concept.each("coding").stream(), Stream.of(concept));
    }

    /** What a coding can be named by. */
    private static Stream<String> named(Element part) {
        var code = part.text("code");
        var system = part.text("system");
        var coded = code == null ? Stream.<String>empty() : Stream.of(code, system + "|" + code);
        return Stream.concat(coded, words(part));
    }

    private static Stream<String> words(Element part) {
        return Stream.of(part.text("display"), part.text("text"), part.text())
                .filter(Objects::nonNull)
                .map(Codes::lowerCase);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
