package care.weft.council;

import care.weft.fhir.Element;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of concepts: {@code system|code}, a code of whatever system, or words that are the whole of a display or a text. Upper
 * and lower case are the same.
 *
 * @param names in lower case
 */
record Names(Set<String> names) {

    static final Names NONE = of(List.of());

    Names {
        names = Set.copyOf(names);
    }

    static Names of(Collection<String> names) {
        return new Names(names.stream().map(Names::lowerCase).collect(Collectors.toSet()));
    }

    /** Whether any of these {@code CodeableConcept}s goes by one of them, by any of its codings or by its text. */
    boolean include(List<Element> concepts) {
        return !names.isEmpty()
                && concepts.stream().flatMap(Names::parts).flatMap(Names::named).anyMatch(names::contains);
    }

    /** All displays and texts of these concepts, in lower case. */
    static Stream<String> words(List<Element> concepts) {
        return concepts.stream()
                .flatMap(Names::parts)
                .flatMap(part -> Stream.of(part.text("display"), part.text("text"), part.text()))
                .filter(Objects::nonNull)
                .map(Names::lowerCase);
    }

    /** A concept's codings, and the concept itself for its text; it may also be a coding, or words, itself. */
    private static Stream<Element> parts(Element concept) {
        return Stream.concat(concept.each("coding").stream(), Stream.of(concept));
    }

    private static Stream<String> named(Element part) {
        var code = part.text("code");
        var coded = code == null ? Stream.<String>empty() : Stream.of(code, part.text("system") + "|" + code);
        return Stream.concat(coded.map(Names::lowerCase), words(List.of(part)));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
