package care.weft.gateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class ArchitectureTests {

    private static final String HERE = ArchitectureTests.class.getPackageName();

    /** Of every module, without tests. */
    private static final JavaClasses CODE = imported(
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS),
            ArchitectureRules.ALL);

    private static final JavaClasses FIXTURES = imported(new ClassFileImporter(), HERE);

    /** Of what others wrote, only the types whose supertypes a rule asks for are looked up: all take twice the time. */
    private static JavaClasses imported(ClassFileImporter importer, String packages) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
            configuration.setClassResolverArguments("java.util.concurrent", "reactor.core.publisher");
            return importer.importPackages(packages);
        });
    }

    static Stream<Rule> rules() {
        return Stream.of(ArchitectureRules.arrows(), ArchitectureRules.conventions())
                .flatMap(rules -> rules.stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCodeKeepsTheRule(Rule rule) {
        assertThat(rule.brokenBy(CODE, rule.root())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatBreaksTheRuleIsNamed(Rule rule) {
        var report = rule.brokenBy(FIXTURES, rule.fixture());

        // What a line is about stands first.
        var named = report.stream().map(line -> line.split(">", 2)[0]).toList();
        assertThat(rule.culprits())
                .isNotEmpty()
                .allSatisfy(culprit ->
                        assertThat(named).anySatisfy(line -> assertThat(line).contains(culprit)));
        assertThat(rule.innocents())
                .allSatisfy(innocent ->
                        assertThat(named).noneSatisfy(line -> assertThat(line).contains(innocent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spi", "http", "fhir", "trust", "stubs", "gateway"})
    void everyModuleIsLookedAt(String module) {
        assertThat(CODE.that(Predicates.resideInAPackage(ArchitectureRules.ALL + "." + module + "..")))
                .isNotEmpty();
    }

    @Test
    void noTestIsTakenForCode() {
        assertThat(CODE).extracting(JavaClass::getPackageName).noneMatch(name -> name.startsWith(HERE));
        assertThat(CODE)
                .extracting(type -> type.getSource().orElseThrow().getUri().toString())
                .noneMatch(source -> source.contains("/test-classes/"));
    }

    @Test
    void everyPersonalTypeIsThere() {
        assertThat(CODE.that(Predicates.resideInAPackage("care.weft.spi.model")))
                .extracting(JavaClass::getSimpleName)
                .containsAll(Conventions.PERSONAL);
    }

    @Test
    void everyHarmlessWaitIsThere() {
        var calls = CODE.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .toList();

        assertThat(Blocking.HARMLESS)
                .allSatisfy(known -> assertThat(calls).anyMatch(known.below(ArchitectureRules.ALL)));
    }

    @Test
    void springFindsNoFixture() {
        var scan = new ClassPathScanningCandidateComponentProvider(true);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));

        assertThat(scan.findCandidateComponents(HERE)).isEmpty();
        assertThat(scan.findCandidateComponents("care.weft.gateway.graphql")).isNotEmpty();
    }
}
