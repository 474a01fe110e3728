package care.weft.gateway.hazards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The hazards of {@code gateway/docs/hazards.md} and the tests that each names.
 *
 * @param hazards in the order of the document
 */
record HazardRegister(List<Hazard> hazards) {

    private static final Path ROOT = Path.of("..");

    /** Where the tests are that the gateway's own register names. */
    static final List<Path> MODULES = List.of(
            ROOT.resolve("adapters/spi"),
            ROOT.resolve("adapters/http"),
            ROOT.resolve("adapters/fhir"),
            ROOT.resolve("adapters/trust"),
            ROOT.resolve("gateway"));

    private static final Pattern HEADING = Pattern.compile("^## (H\\d+) .+");
    private static final Pattern TEST = Pattern.compile("^- Test: `([\\w.]+#\\w+)`$");

    /** One hazard. */
    record Hazard(String id, List<String> tests) {}

    static HazardRegister read(Path document) throws IOException {
        var hazards = new ArrayList<Hazard>();
        for (var line : Files.readAllLines(document)) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                hazards.add(new Hazard(heading.group(1), new ArrayList<>()));
            }
            var test = TEST.matcher(line);
            if (test.matches() && !hazards.isEmpty()) {
                hazards.getLast().tests().add(test.group(1));
            }
        }
        return new HazardRegister(hazards);
    }

    /** What is missing, one line each; empty when every hazard has a test and every test named has passed. */
    List<String> problems(Set<String> passed) {
        var problems = new ArrayList<String>();
        if (hazards.isEmpty()) {
            problems.add("The register holds no hazards");
        }
        for (var hazard : hazards) {
            if (hazard.tests().isEmpty()) {
                problems.add(hazard.id() + " names no test");
            }
            hazard.tests().stream()
                    .filter(test -> !passed.contains(test))
                    .forEach(test -> problems.add(hazard.id() + ": " + test + " did not run and pass"));
        }
        return problems;
    }

    /** The tests named that are in no source: told at once, where {@link #problems} waits until all have run. */
    List<String> unwritten(List<Path> modules) throws IOException {
        var unwritten = new ArrayList<String>();
        for (var hazard : hazards) {
            for (var test : hazard.tests()) {
                if (!isWritten(test, modules)) {
                    unwritten.add(hazard.id() + ": " + test);
                }
            }
        }
        return unwritten;
    }

    private static boolean isWritten(String test, List<Path> modules) throws IOException {
        var parts = test.split("#", 2);
        for (var module : modules) {
            var source = module.resolve("src/test/java").resolve(parts[0].replace('.', '/') + ".java");
            if (Files.exists(source)) {
                return Files.readString(source).contains(" void " + parts[1] + "(");
            }
        }
        return false;
    }

    /** The tests that passed, as {@code class#method}, by the reports that the build left in these modules. */
    static Set<String> passed(List<Path> modules) throws IOException, ParserConfigurationException, SAXException {
        var passed = new HashSet<String>();
        for (var module : modules) {
            var reports = module.resolve("target/surefire-reports");
            if (Files.isDirectory(reports)) {
                try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                    for (var file : files) {
                        passed.addAll(passedIn(file));
                    }
                }
            }
        }
        return passed;
    }

    private static Set<String> passedIn(Path report) throws IOException, ParserConfigurationException, SAXException {
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        var cases = suite.getElementsByTagName("testcase");
        var passed = new HashSet<String>();
        var failed = new HashSet<String>();
        for (int i = 0; i < cases.getLength(); i++) {
            var test = (Element) cases.item(i);
            // A parameterised test is reported once for each set of arguments, with them behind its name.
            // So is a parameterised class, with a number behind its own name.
            var type = test.getAttribute("classname").replaceAll("\\[\\d+]$", "");
            // Properties are reported under their class without its package; the report itself has the whole name.
            var name = (suite.getAttribute("name").endsWith("." + type) ? suite.getAttribute("name") : type) + "#"
                    + test.getAttribute("name").replaceAll("[^\\w$].*", "");
            boolean bad = test.getElementsByTagName("failure").getLength() > 0
                    || test.getElementsByTagName("error").getLength() > 0
                    || test.getElementsByTagName("skipped").getLength() > 0;
            (bad ? failed : passed).add(name);
        }
        passed.removeAll(failed);
        return passed;
    }
}
