package care.weft.fhir;

import static care.weft.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Confidentiality;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BundleTests {

    private final Bundle bundle = new Bundle(
            List.of(visit("kept"), visit("unreadable"), visit("unwanted"), visit("odd"), visit("kept too")),
            List.of(),
            false,
            null);

    @Test
    void oneResourceThatCannotBeReadCostsItselfAlone() {
        var mapped = bundle.map("Appointment", BundleTests::map);

        assertThat(mapped.entries()).containsExactly("kept", "kept too");
        assertThat(mapped.rejections())
                .containsExactly(
                        new Rejection("Appointment", "start is missing"),
                        new Rejection("Appointment", "not understood: IllegalStateException"));
    }

    @Test
    void thatALabelledResourceCannotBeReadIsLabelledToo() {
        var labelled = resource("""
                {"resourceType": "Appointment", "comment": "unreadable", "meta": {"security": [{"code": "V"}]}}""");

        var mapped = new Bundle(List.of(labelled), List.of(), false, null).map("Appointment", BundleTests::map);

        assertThat(mapped.rejections())
                .extracting(Rejection::labels)
                .containsExactly(Set.of(Confidentiality.VERY_RESTRICTED));
    }

    @Test
    void otherKindsOfResourceAreLeftAlone() {
        var mapped = bundle.map("Patient", resource -> {
            throw new AssertionError("No patient was sent");
        });

        assertThat(mapped.entries()).isEmpty();
        assertThat(mapped.rejections()).isEmpty();
    }

    private static @Nullable String map(Resource resource) throws Unreadable {
        var comment = Unreadable.unlessMissing(resource.element().text("comment"), "comment");
        return switch (comment) {
            case "unreadable" -> throw new Unreadable("start is missing");
            case "odd" -> throw new IllegalStateException("CANARY");
            case "unwanted" -> null;
            default -> comment;
        };
    }

    private static Resource visit(String comment) {
        return resource("""
                {"resourceType": "Appointment", "comment": "%s"}""".formatted(comment));
    }
}
