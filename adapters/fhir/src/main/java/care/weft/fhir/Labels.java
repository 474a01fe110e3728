package care.weft.fhir;

import care.weft.spi.model.Confidentiality;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels of a resource that say that fewer may see it: {@code meta.security}. Read by code or word, of whatever system: one taken
 * for a label in error hides a record, one missed tells it. HL7's other codes, of what is normal or of what a record is about, are none.
 */
final class Labels {

    private Labels() {}

    static Set<Confidentiality> of(Element resource) {
        var labels = EnumSet.noneOf(Confidentiality.class);
        resource.at("meta").each("security").stream()
                .flatMap(label -> Stream.concat(Stream.of(label), label.each("coding").stream()))
                .flatMap(
                        label -> Stream.of(label.text("code"), label.text("display"), label.text("text"), label.text()))
                .filter(Objects::nonNull)
                .forEach(said -> {
                    switch (said.toLowerCase(Locale.ROOT)) {
                        // The letter that older test data has, and the word that Mosaic has.
                        case "r", "s", "restricted" -> labels.add(Confidentiality.RESTRICTED);
                        case "v", "very restricted" -> labels.add(Confidentiality.VERY_RESTRICTED);
                        case "nopat" -> labels.add(Confidentiality.NOT_FOR_PERSON);
                        default -> {
                            // Says nothing of who may see it.
                        }
                    }
                });
        return labels;
    }
}
