package care.weft.gateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import care.weft.spi.LocateRequest;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.SectionRequest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** The arrows between packages of the gateway, and between modules. A missing one is added by a written decision. */
final class Arrows {

    private static final Map<String, Set<String>> PACKAGES = Map.ofEntries(
            Map.entry("web", Set.of("graphql", "access", "audit")),
            Map.entry("graphql", Set.of("person", "neighbourhood", "advice", "fanout", "partner", "access", "audit")),
            // settings: gateway/docs/decisions/0004-settings.md
            Map.entry("neighbourhood", Set.of("person", "advice", "fanout", "partner", "settings")),
            // settings: gateway/docs/decisions/0004-settings.md
            // partner: gateway/docs/decisions/0009-advice-knows-the-partners.md
            Map.entry("advice", Set.of("person", "fanout", "store", "settings", "partner")),
            // access and audit: gateway/docs/decisions/0003-person-asks-access.md
            // partner: gateway/docs/decisions/0005-the-register-is-asked-first.md
            Map.entry("person", Set.of("fanout", "store", "partner", "access", "audit")),
            Map.entry("fanout", Set.of("access", "cache", "resilience", "audit", "partner")),
            Map.entry("audit", Set.of("access", "store")),
            // settings: gateway/docs/decisions/0004-settings.md
            // resilience: gateway/docs/decisions/0006-calls-are-guarded-one-by-one.md
            Map.entry("partner", Set.of("settings", "resilience")),
            Map.entry("settings", Set.of()),
            Map.entry("access", Set.of()),
            // gateway/docs/decisions/0012-the-access-policy-is-data.md
            Map.entry("policy", Set.of("access", "partner", "settings")),
            Map.entry("cache", Set.of()),
            // settings: gateway/docs/decisions/0004-settings.md
            Map.entry("resilience", Set.of("settings")),
            Map.entry("store", Set.of()));

    private static final Map<String, Set<String>> MODULES = Map.of(
            "spi", Set.of(),
            "http", Set.of("spi"),
            "fhir", Set.of("spi"),
            "testkit", Set.of("spi", "http"),
            "stubs", Set.of(),
            "gateway", Set.of("spi", "http"));

    /** Whatever is not named above is an adapter. */
    private static final Set<String> ADAPTERS = Set.of("spi", "fhir");

    private Arrows() {}

    static ArchRule betweenPackages(String root) {
        return classes().should(AllowedArrows.between(root, PACKAGES));
    }

    static ArchRule betweenModules(String root) {
        return classes().should(AllowedArrows.between(root, MODULES).andOthers(ADAPTERS));
    }

    /** A package's own subpackages count with it: {@code graphql.section} with {@code graphql}. */
    static ArchRule withoutCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule adaptersOnlyAtTheWaist(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".fanout..", root + ".partner..")
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(PartnerAdapter.class, Locates.class, SectionRequest.class, LocateRequest.class))
                .because("fanout alone calls adapters, and partner opens them");
    }

    static ArchRule clientOnlyInPartner(String root) {
        var beside = root.substring(0, root.lastIndexOf('.'));
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".partner..", root + ".resilience..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(beside + ".http..")
                .because(
                        "partner makes the client, which resilience guards, and hands it to an adapter; nobody else calls a"
                                + " partner");
    }

    /** Decisions are functions of what they are given. */
    static ArchRule accessIsPure(String root) {
        return isPure(root + ".access..");
    }

    /** As {@link #accessIsPure}. */
    static ArchRule adviceRulesArePure(String root) {
        return isPure(root + ".advice.rules..");
    }

    private static ArchRule isPure(String packages) {
        return classes()
                .that(resideInAPackage(packages))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "care.weft.spi.model..", packages)
                                // A word of the vocabulary, as those of the model are: decision 12.
                                .or(belongToAnyOf(PurposeOfUse.class))
                                .and(not(resideInAnyPackage("java.net.http..", "java.sql.."))));
    }
}
