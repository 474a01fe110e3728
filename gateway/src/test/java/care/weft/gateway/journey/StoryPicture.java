package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An answer drawn as text that people can read and compare: one line for each value, record and partner; what is null or empty is
 * left out; days are counted from today.
 */
final class StoryPicture {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    /** Further away it is a date of birth or the like, which no story counts. */
    private static final int COUNTED = 1_200;

    private final LocalDate today;
    private final StringBuilder text = new StringBuilder();

    private StoryPicture(LocalDate today) {
        this.today = today;
    }

    static String draw(JsonNode answer, LocalDate today) {
        var picture = new StoryPicture(today);
        answer.properties().forEach(field -> picture.field(field.getKey(), field.getValue(), ""));
        return picture.text.toString();
    }

    /** Compares an answer with the picture of it that was read and agreed. */
    static void assertReads(String name, JsonNode answer) throws IOException {
        var picture = StoryPicture.draw(answer, StoryClock.TODAY);
        var drawn = Files.createDirectories(Path.of("target/stories")).resolve(name + ".txt");
        Files.writeString(drawn, picture);
        try (var agreed = StoryPicture.class.getResourceAsStream("/stories/" + name + ".txt")) {
            assertThat(picture)
                    .as("the story's picture; the new one is in %s", drawn)
                    .isEqualTo(agreed == null ? "" : new String(agreed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void field(String name, JsonNode value, String indent) {
        if (isNothing(value)) {
            return;
        }
        if (value.isArray()) {
            line(indent, name, "");
            value.forEach(each -> line(indent + "  ", "-", inLine(each)));
        } else if (value.isObject() && value.valueStream().anyMatch(JsonNode::isContainer)) {
            line(indent, name, "");
            value.properties().forEach(each -> field(each.getKey(), each.getValue(), indent + "  "));
        } else {
            line(indent, name, inLine(value));
        }
    }

    private void line(String indent, String name, String rest) {
        text.append(indent)
                .append(name)
                .append(rest.isEmpty() ? "" : " ")
                .append(rest)
                .append('\n');
    }

    private String inLine(JsonNode value) {
        if (value.isArray()) {
            return "[" + String.join(", ", value.valueStream().map(this::inLine).toList()) + "]";
        }
        if (!value.isObject()) {
            return word(value.asString());
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!isNothing(field.getValue())) {
                boolean alone = field.getValue().isObject() && field.getValue().size() == 1;
                var inner = inLine(alone ? field.getValue().iterator().next() : field.getValue());
                parts.add(field.getKey() + "=" + (inner.contains("; ") ? "(" + inner + ")" : inner));
            }
        }
        return String.join("; ", parts);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.valueStream().allMatch(StoryPicture::isNothing))
                || (value.isBoolean() && !value.asBoolean());
    }

    private String word(String written) {
        if (DAY.matcher(written).matches()) {
            return day(LocalDate.parse(written), written);
        }
        if (MOMENT.matcher(written).matches()) {
            var moment = OffsetDateTime.parse(written).atZoneSameInstant(LONDON);
            return day(moment.toLocalDate(), written) + " "
                    + moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        }
        return written;
    }

    private String day(LocalDate day, String written) {
        long days = ChronoUnit.DAYS.between(today, day);
        return Math.abs(days) > COUNTED ? written : "d%+d".formatted(days);
    }
}
