package care.weft.fhir;

import care.weft.spi.model.Coding;
import care.weft.spi.model.NhsNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An NHS number as a record states it.
 *
 * @param number empty when what is stated is not a valid number: it then counts as absent
 * @param verification how far the partner has verified it, in the NHS's codes; null when it does not say
 */
public record StatedNhsNumber(
        Optional<NhsNumber> number, @Nullable Coding verification) {

    private static final String VERIFIED = "01";

    /**
     * The NHS numbers in current use that a resource states in its identifiers, in order; those marked {@code old} are left
     * out. Empty when it states none.
     */
    public static List<StatedNhsNumber> of(Element resource) {
        return among(resource.each("identifier"));
    }

    static List<StatedNhsNumber> among(List<Element> identifiers) {
        return identifiers.stream()
                .filter(identifier ->
                        Systems.NHS_NUMBERS.contains(Objects.requireNonNullElse(identifier.text("system"), "")))
                .filter(identifier -> !"old".equals(identifier.text("use")))
                .filter(identifier -> identifier.text("value") != null)
                .map(StatedNhsNumber::read)
                .toList();
    }

    private static StatedNhsNumber read(Element identifier) {
        var verification = identifier
                .ukExtension(
                        "UKCore-NHSNumberVerificationStatus",
                        "CareConnect-GPC-NHSNumberVerificationStatus-1",
                        "CareConnect-NHSNumberVerificationStatus-1")
                .value()
                .coding();
        return new StatedNhsNumber(
                Optional.ofNullable(identifier.text("value")).flatMap(NhsNumber::parse), verification);
    }

    /** Whether the partner says that it has verified the number; null when it does not say. */
    public @Nullable Boolean verified() {
        return verification == null ? null : VERIFIED.equals(verification.code());
    }
}
