package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Story;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every example operation that front-end teams are given runs against the demo's people, without an error. */
class ExampleOperationsJourneyTests extends Journey {

    static Stream<Resource> examples() throws Exception {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*.graphql");
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
        // What leaves something behind runs where it is taken back.
        return Arrays.stream(found).filter(each -> !"announce-assessment.graphql".equals(each.getFilename()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleRuns(Resource example) throws Exception {
        var text = example.getContentAsString(StandardCharsets.UTF_8);
        var ada = number(story(Story.THREE_ASSESSMENTS));

        var data = ask(
                        "gp",
                        text,
                        text.contains("$nhsNumbers")
                                ? Map.of("nhsNumbers", List.of(ada, number(story(Story.DISCHARGE))))
                                : text.contains("$nhsNumber") ? Map.of("nhsNumber", ada) : Map.of())
                .data();

        assertThat(data.isEmpty()).isFalse();
    }
}
