package care.weft.gateway.architecture;

import java.util.List;

/** Every rule and where it holds. */
final class ArchitectureRules {

    static final String ALL = "care.weft";
    static final String GATEWAY = "care.weft.gateway";

    private ArchitectureRules() {}

    static List<Rule> arrows() {
        return List.of(
                Rule.of("packages of the gateway keep to the arrows", GATEWAY, Arrows::betweenPackages)
                        .brokenBelow("arrows")
                        .by(
                                "arrows.OfNoPackage",
                                "web.OfWeb",
                                "graphql.OfGraphql",
                                "graphql.section.OfSection",
                                "neighbourhood.OfNeighbourhood",
                                "advice.OfAdvice",
                                "person.OfPerson",
                                "fanout.OfFanout",
                                "audit.OfAudit",
                                "partner.OfPartner",
                                "access.OfAccess",
                                "policy.OfPolicy",
                                "cache.OfCache",
                                "resilience.OfResilience",
                                "store.OfStore",
                                "reports.OfReports is in 'reports', for which no arrows are decided")
                        .sparing("partner.GuardsItsCalls"),
                Rule.of("modules keep to the arrows", ALL, Arrows::betweenModules)
                        .brokenBelow("modules")
                        .by(
                                "spi.OfSpi",
                                "http.OfHttp",
                                "fhir.OfFhir",
                                "trust.OfAnAdapter",
                                "testkit.OfTestkit",
                                "stubs.OfStubs",
                                "gateway.OnTrust",
                                "gateway.OnFhir",
                                "gateway.OnStubs"),
                Rule.of("packages of the gateway make no cycle", GATEWAY, Arrows::withoutCycles)
                        .brokenBelow("cycle")
                        .by("Cycle detected: Slice graphql"),
                Rule.of("fanout alone calls adapters", GATEWAY, Arrows::adaptersOnlyAtTheWaist)
                        .brokenBelow("adapters")
                        .by(
                                "graphql.CallsAnAdapter.read(",
                                "graphql.CallsAnAdapter.locate(",
                                "graphql.AsksForASection",
                                "graphql.AsksWho")
                        .sparing("fanout.TheWaist", "partner.TheOpener"),
                Rule.of("partner alone makes clients", GATEWAY, Arrows::clientOnlyInPartner)
                        .brokenBelow("client.gateway")
                        .by("fanout.MakesAClient")
                        .sparing("partner.MakesTheClient"),
                Rule.of("access stands on the JDK and the model", GATEWAY, Arrows::accessIsPure)
                        .brokenBelow("pure")
                        .by("access.OnReactor", "access.OnTheContract", "access.OnTheNetwork")
                        .sparing("access.OnTheModel"),
                Rule.of("advice.rules stands on the JDK and the model", GATEWAY, Arrows::adviceRulesArePure)
                        .brokenBelow("pure")
                        .by("advice.rules.OnReactor", "advice.rules.OnAdvice"));
    }

    static List<Rule> conventions() {
        return List.of(
                Rule.of("packages are null-marked", ALL, _ -> Conventions.packagesAreNullMarked())
                        .brokenBelow("unmarked")
                        .by("broken.unmarked.bare has", "broken.unmarked.described has")
                        .sparing("broken.unmarked.marked has"),
                Rule.of("classes are named for what they are", ALL, _ -> Conventions.classesAreNamedForWhatTheyAre())
                        .brokenBelow("names")
                        .by(
                                "Names$ReaderImpl",
                                "Names$DateUtil",
                                "Names$DateUtils",
                                "Names$AuditHelper",
                                "Names$AuditManager",
                                "Names$AuditCommon")
                        .sparing("Names$Implant"),
                Rule.of(
                                "packages are named for what they hold",
                                ALL,
                                _ -> Conventions.packagesAreNamedForWhatTheyHold())
                        .brokenBelow("packages")
                        .by("common.InCommon", "core.InCore", "helper.InHelper", "impl.InImpl", "util.InUtil"),
                Rule.of("nothing blocks", ALL, Blocking::nowhere)
                        .brokenBelow("blocking")
                        .by(
                                "Waits.mono(",
                                "Waits.optional(",
                                "Waits.first(",
                                "Waits.last(",
                                "Waits.iterable(",
                                "Waits.stream(",
                                "Waits.sleeps(",
                                "Waits.latch(",
                                "Waits.future(",
                                "Waits.completable(",
                                "Waits.joins(",
                                "SectionLoaders.elsewhere(")
                        .sparing("SectionLoaders.load(", "stubs.MayWait"),
                Rule.of("nothing is printed", ALL, _ -> Conventions.nothingIsPrinted())
                        .brokenBelow("output")
                        .by("Prints.out(", "Prints.err("),
                Rule.of("there is one logging stack", ALL, _ -> Conventions.oneLoggingStack())
                        .brokenBelow("logging")
                        .by("LogsItsOwnWay"),
                Rule.of("nothing is injected into fields", ALL, _ -> Conventions.nothingIsInjectedIntoFields())
                        .brokenBelow("injection")
                        .by("HasAnInjectedField.clock"),
                Rule.of("personal values are redacted", ALL, Conventions::personalValuesAreRedacted)
                        .brokenBelow("redaction")
                        .by("model.NhsNumber", "model.Telecom")
                        .sparing("model.LocalId", "model.Money"));
    }
}
