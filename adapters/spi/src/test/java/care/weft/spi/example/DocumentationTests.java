package care.weft.spi.example;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PersonReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@code adapters/docs} says what the code says. */
class DocumentationTests {

    private static final Path DOCS = Path.of("../docs");

    /** A link to a file of ours, and the block below it. */
    private static final Pattern QUOTE = Pattern.compile(
            "\\n\\[[\\w.]+]\\((\\.\\./spi/src/test/[^)]+)\\)\\n\\n```\\w*\\n(.*?)```\\n", Pattern.DOTALL);

    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([A-Z])(\\d+) \\| ([^|]+) \\|");
    private static final Pattern RULE_IN_JAVADOC = Pattern.compile("<li>([A-Z]\\d+) (.+)");

    @Test
    void whatIsQuotedIsTheSource() throws Exception {
        var quotes = matches(QUOTE, read("write-an-adapter.md"));

        assertThat(quotes)
                .extracting(quote -> Path.of(quote.group(1)).getFileName().toString())
                .containsExactly(
                        "DayCentreAdapter.java",
                        "DayCentreAdapterProvider.java",
                        "care.weft.spi.PartnerAdapterProvider",
                        "FakePartnerHttp.java",
                        "DayCentreAdapterTests.java");
        for (var quote : quotes) {
            var source = Files.readString(DOCS.resolve(quote.group(1)));
            assertThat(unindented(source)).contains(unindented(quote.group(2)));
        }
    }

    @Test
    void theAdapterIsQuotedWhole() throws Exception {
        var doc = read("write-an-adapter.md");

        for (var file : List.of("DayCentreAdapter.java", "DayCentreAdapterProvider.java")) {
            assertThat(doc).contains(Files.readString(Path.of("src/test/java/care/weft/spi/example", file)));
        }
    }

    @Test
    void rulesAreNumberedInOrder() throws Exception {
        var rules = matches(RULE, read("rules.md"));
        var numbers = rules.stream().map(rule -> rule.group(1) + rule.group(2)).toList();

        assertThat(numbers).hasSizeGreaterThan(30);
        var expected = new ArrayList<String>();
        for (var number : numbers) {
            var last = expected.isEmpty() ? "" : expected.getLast();
            boolean sameGroup = last.startsWith(number.substring(0, 1));
            expected.add(number.charAt(0) + String.valueOf(sameGroup ? Integer.parseInt(last.substring(1)) + 1 : 1));
        }
        assertThat(numbers).isEqualTo(expected).doesNotHaveDuplicates();
    }

    @Test
    void theFirstRulesAreThoseOfTheInterface() throws Exception {
        var contract = Files.readString(Path.of("src/main/java/care/weft/spi/PartnerAdapter.java"));
        var stated = matches(RULE_IN_JAVADOC, contract).stream()
                .map(rule -> rule.group(1) + " " + rule.group(2).replaceAll("\\{@link (?:\\w+\\.)*(\\w+)}", "$1"))
                .toList();
        var documented = matches(RULE, read("rules.md")).stream()
                .map(rule -> rule.group(1) + rule.group(2) + " " + rule.group(3).replace("`", ""))
                .toList();

        assertThat(stated).isNotEmpty();
        assertThat(documented).containsAll(stated);
    }

    @Test
    void everyRuleThatADocumentNamesExists() throws Exception {
        var rules = matches(RULE, read("rules.md")).stream()
                .map(rule -> rule.group(1) + rule.group(2))
                .toList();
        var named = matches(Pattern.compile("\\(([A-E]\\d+)\\)"), read("write-an-adapter.md")).stream()
                .map(match -> match.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(rules).containsAll(named);
    }

    @Test
    void everyFaultAndEveryReplyIsExplained() throws Exception {
        var words = Stream.of(
                        Arrays.stream(Fault.values()).map(Enum::name),
                        Arrays.stream(PersonReply.class.getPermittedSubclasses())
                                .map(Class::getSimpleName),
                        Arrays.stream(Located.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .flatMap(all -> all)
                .map(word -> "`" + word)
                .toList();

        assertThat(words).hasSizeGreaterThan(10);
        assertThat(read("errors.md")).contains(words);
        assertThat(read("write-an-adapter.md")).contains(words.subList(Fault.values().length, words.size()));
    }

    private static String read(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (before, line) -> before + line + "\n");
    }
}
