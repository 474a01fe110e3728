package care.weft.gateway.web;

import care.weft.spi.PurposeOfUse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.graphql.server.WebGraphQlRequest;

/** The header {@code Purpose-Of-Use}: direct care when absent. */
final class PurposeHeader {

    private static final String NAME = "Purpose-Of-Use";

    static final String REMEDY =
            "Header " + NAME + " must be one of " + List.of(PurposeOfUse.values()) + ", or absent for direct care.";

    private PurposeHeader() {}

    /** Empty when the header names no purpose that is known. */
    static Optional<PurposeOfUse> read(WebGraphQlRequest request) {
        var stated = request.getHeaders().getFirst(NAME);
        return stated == null
                ? Optional.of(PurposeOfUse.TREAT)
                : Arrays.stream(PurposeOfUse.values())
                        .filter(purpose -> purpose.name().equals(stated))
                        .findFirst();
    }
}
