package care.weft.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One rule and the classes that break it.
 *
 * @param name a sentence
 * @param root the package below which it holds
 * @param below the rule, for any root
 * @param fixture the root of the classes that break it
 * @param culprits each must be what one line of the report is about
 * @param innocents classes beside them: no line may be about one
 */
record Rule(
        String name,
        String root,
        Function<String, ArchRule> below,
        String fixture,
        List<String> culprits,
        List<String> innocents) {

    static Rule of(String name, String root, Function<String, ArchRule> below) {
        return new Rule(name, root, below, "", List.of(), List.of());
    }

    Rule brokenBelow(String folder) {
        return new Rule(name, root, below, Rule.class.getPackageName() + ".broken." + folder, culprits, innocents);
    }

    Rule by(String... culprits) {
        return new Rule(name, root, below, fixture, List.of(culprits), innocents);
    }

    Rule sparing(String... innocents) {
        return new Rule(name, root, below, fixture, culprits, List.of(innocents));
    }

    /** What breaks the rule among these classes, one line each. */
    List<String> brokenBy(JavaClasses classes, String root) {
        return below.apply(root)
                .evaluate(classes.that(Predicates.resideInAPackage(root + "..")))
                .getFailureReport()
                .getDetails();
    }

    @Override
    public String toString() {
        return name;
    }
}
