package care.weft.gateway.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HazardRegisterTests {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aHazardWithoutATestIsAProblem() throws Exception {
        assertThat(register("## H1 Wrong person\n- Cause: x\n").problems(Set.of()))
                .containsExactly("H1 names no test");
    }

    @Test
    void aTestThatDidNotPassIsAProblem() throws Exception {
        var register = register("## H1 Wrong person\n- Test: `a.BTests#c`\n- Test: `a.BTests#d`\n");

        assertThat(register.problems(Set.of("a.BTests#c"))).containsExactly("H1: a.BTests#d did not run and pass");
        assertThat(register.problems(Set.of("a.BTests#c", "a.BTests#d"))).isEmpty();
    }

    @Test
    void everyTestThatTheGatewaysOwnRegisterNamesIsWritten() throws Exception {
        assertThat(HazardRegister.read(Path.of("docs/hazards.md")).unwritten(HazardRegister.MODULES))
                .isEmpty();
    }

    @Test
    void aTestThatNobodyWroteIsToldBeforeAllHaveRun() throws Exception {
        var sources = Files.createDirectories(folder.resolve("src/test/java/a"));
        Files.writeString(sources.resolve("BTests.java"), "class BTests { @Test void c() {} }");
        var register =
                register("## H1 Wrong person\n- Test: `a.BTests#c`\n- Test: `a.BTests#d`\n- Test: `a.ETests#c`\n");

        assertThat(register.unwritten(List.of(folder))).containsExactly("H1: a.BTests#d", "H1: a.ETests#c");
    }

    @Test
    void anEmptyRegisterIsAProblem() throws Exception {
        assertThat(register("# Hazards\n").problems(Set.of())).containsExactly("The register holds no hazards");
    }

    @Test
    void failedAndSkippedTestsDidNotPass() throws Exception {
        var reports = Files.createDirectories(folder.resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.BTests.xml"), """
                <testsuite>
                  <testcase classname="a.BTests" name="good"/>
                  <testcase classname="a.BTests" name="bad"><failure/></testcase>
                  <testcase classname="a.BTests" name="broken"><error/></testcase>
                  <testcase classname="a.BTests" name="skipped"><skipped/></testcase>
                  <testcase classname="a.BTests" name="many(int)[1]"/>
                  <testcase classname="a.BTests" name="many(int)[2]"><failure/></testcase>
                  <testcase classname="a.BTests" name="all{String}[1]"/>
                </testsuite>
                """);

        assertThat(HazardRegister.passed(List.of(folder))).containsExactlyInAnyOrder("a.BTests#good", "a.BTests#all");
    }

    @Test
    void aPropertyIsKnownByTheWholeNameOfItsClass() throws Exception {
        var reports = Files.createDirectories(folder.resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.BTests.xml"), """
                <testsuite name="a.BTests"><testcase classname="BTests" name="holds"/></testsuite>
                """);

        assertThat(HazardRegister.passed(List.of(folder))).containsExactly("a.BTests#holds");
    }

    @Test
    void aTestOfAParameterisedClassMustPassWithEveryParameter() throws Exception {
        var reports = Files.createDirectories(folder.resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.BTests.xml"), """
                <testsuite>
                  <testcase classname="a.BTests[1]" name="good"/>
                  <testcase classname="a.BTests[2]" name="good"/>
                  <testcase classname="a.BTests[1]" name="bad"/>
                  <testcase classname="a.BTests[2]" name="bad"><failure/></testcase>
                </testsuite>
                """);

        assertThat(HazardRegister.passed(List.of(folder))).containsExactly("a.BTests#good");
    }

    private HazardRegister register(String text) throws Exception {
        return HazardRegister.read(Files.writeString(folder.resolve("hazards.md"), text));
    }
}
