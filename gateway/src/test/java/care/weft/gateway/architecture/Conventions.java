package care.weft.gateway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** How packages and classes are named and marked, and what no class does. */
final class Conventions {

    /** Types of the model whose value is somebody's. */
    static final List<String> PERSONAL =
            List.of("NhsNumber", "LocalId", "PersonKey", "PersonName", "Address", "Telecom", "Demographics");

    private Conventions() {}

    static ArchRule packagesAreNullMarked() {
        return all(new Packages()).should(new NullMarkedCondition());
    }

    static ArchRule classesAreNamedForWhatTheyAre() {
        return noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Common)");
    }

    static ArchRule packagesAreNamedForWhatTheyHold() {
        return noClasses().should().resideInAnyPackage("..util..", "..common..", "..core..", "..impl..", "..helper..");
    }

    static ArchRule nothingIsPrinted() {
        return noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    static ArchRule oneLoggingStack() {
        return noClasses().should(GeneralCodingRules.USE_JAVA_UTIL_LOGGING);
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return noFields().should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION);
    }

    static ArchRule personalValuesAreRedacted(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".spi.model")
                .and(DescribedPredicate.describe(
                        "hold what is somebody's", (JavaClass type) -> PERSONAL.contains(type.getSimpleName())))
                .should(new OwnToString());
    }

    private static final class Packages extends AbstractClassesTransformer<JavaPackage> {

        Packages() {
            super("packages with classes");
        }

        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
            return classes.stream()
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .map(JavaClass::getPackage)
                    .collect(Collectors.toSet());
        }
    }

    private static final class NullMarkedCondition extends ArchCondition<JavaPackage> {

        NullMarkedCondition() {
            super("have a package-info annotated @NullMarked");
        }

        @Override
        public void check(JavaPackage found, ConditionEvents events) {
            events.add(new SimpleConditionEvent(
                    found,
                    found.isAnnotatedWith(NullMarked.class),
                    "Package " + found.getName() + " has no package-info annotated @NullMarked"));
        }
    }
}
