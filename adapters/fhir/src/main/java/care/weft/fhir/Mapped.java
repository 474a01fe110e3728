package care.weft.fhir;

import care.weft.spi.Rejection;
import java.util.List;

/**
 * What became of the resources of a bundle.
 *
 * @param entries those that could be read, in the partner's order
 * @param rejections one for each that could not
 */
public record Mapped<T>(List<T> entries, List<Rejection> rejections) {

    public Mapped {
        entries = List.copyOf(entries);
        rejections = List.copyOf(rejections);
    }
}
