package care.weft.fhir;

import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenInTests {

    @Test
    void kindAndIdTakeTheirPlacesEncoded() {
        var openIn = OpenIn.of("https://viewer.example/{type}?id={id}");

        assertThat(openIn.address(resource("{\"resourceType\": \"Task\", \"id\": \"a b/c\"}")))
                .hasToString("https://viewer.example/Task?id=a%20b%2Fc");
    }

    @Test
    void withoutAnAddressOrAnIdItOpensNowhere() {
        assertThat(OpenIn.of("").address(resource("{\"resourceType\": \"Task\", \"id\": \"1\"}")))
                .isNull();
        assertThat(OpenIn.of("https://viewer.example/{id}").address(resource("{\"resourceType\": \"Task\"}")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://viewer.example/secret",
                "javascript:secret({id})",
                "/secret/{id}",
                "https://se cret/{id}"
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String template) {
        assertThatThrownBy(() -> OpenIn.of(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'open-in'")
                .hasMessageNotContaining("cret");
    }
}
