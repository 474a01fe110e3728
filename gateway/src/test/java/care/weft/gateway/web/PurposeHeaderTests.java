package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.PurposeOfUse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

class PurposeHeaderTests {

    @Test
    void withoutTheHeaderItIsDirectCare() {
        assertThat(read(null)).contains(PurposeOfUse.TREAT);
    }

    @ParameterizedTest
    @EnumSource
    void everyPurposeCanBeStated(PurposeOfUse purpose) {
        assertThat(read(purpose.name())).contains(purpose);
        assertThat(PurposeHeader.REMEDY).contains(purpose.name());
    }

    /** Never taken for direct care: the audit would say so. */
    @ParameterizedTest
    @ValueSource(strings = {"", "treat", "TREAT ", "TREAT,TREAT", "MARKETING"})
    void anythingElseIsNoPurpose(String stated) {
        assertThat(read(stated)).isEmpty();
    }

    private static Optional<PurposeOfUse> read(@Nullable String stated) {
        var headers = new HttpHeaders();
        if (stated != null) {
            headers.set("Purpose-Of-Use", stated);
        }
        return PurposeHeader.read(new WebGraphQlRequest(
                URI.create("http://localhost/graphql"),
                headers,
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                Map.of("query", "{ me { id } }"),
                "1",
                Locale.UK));
    }
}
