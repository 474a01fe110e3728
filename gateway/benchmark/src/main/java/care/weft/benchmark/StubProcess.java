package care.weft.benchmark;

import care.weft.stubs.PartnerSettings;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stubs in a process of their own. Tells its {@link Place}, then does what {@link #calls}, {@link #delay} and the others
 * ask of it; ends with its standard input.
 */
final class StubProcess {

    private static final String CALLS = "calls";
    private static final String DELAY = "delay ";
    private static final String TROUBLE = "trouble ";
    private static final Duration LONGEST_RUN = Duration.ofHours(6);
    private static final String NO_TROUBLE = "no trouble";

    private StubProcess() {}

    /** By which address the partners are asked. */
    enum Address {
        THEIR_OWN,
        /** Of the proxy before each, which may play faults of the network. */
        OF_A_PROXY
    }

    /** Takes the number of people, and the {@link Address}. */
    public static void main(String[] arguments) {
        var settings = StubSettings.onFreePorts()
                .withPeople(Integer.parseInt(arguments[0]))
                .withoutJournal();
        try (var stubs = Stubs.start(settings)) {
            stubs.identityProvider().partnerTokenLifetime(Duration.ofHours(8));
            JavaProcess.tell(place(stubs, Address.valueOf(arguments[1])).write());
            for (var command = IO.readln(); command != null; command = IO.readln()) {
                JavaProcess.tell(obey(stubs, command));
            }
        }
        // A pool of the stubs' server outlives it.
        System.exit(0);
    }

    static JavaProcess start(int people, Address address) {
        return JavaProcess.start(
                StubProcess.class, List.of("-Xmx1g"), -1, List.of(String.valueOf(people), address.name()));
    }

    /** How many calls came so far to each partner, by its id. */
    static Map<String, Integer> callsByPartner(JavaProcess stubs) {
        return JsonMapper.shared().readValue(stubs.ask(CALLS), new TypeReference<>() {});
    }

    /** How many partner calls came so far. */
    static int calls(JavaProcess stubs) {
        return callsByPartner(stubs).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Makes every partner wait before it answers. */
    static void delay(JavaProcess stubs, Duration delay) {
        stubs.ask(DELAY + delay.toMillis());
    }

    /** Lets these begin. */
    static void begin(JavaProcess stubs, Set<Trouble> troubles) {
        stubs.ask(TROUBLE + troubles.stream().map(Trouble::name).collect(Collectors.joining(" ")));
    }

    /** All is well again. */
    static void end(JavaProcess stubs) {
        stubs.ask(NO_TROUBLE);
    }

    private static String obey(Stubs stubs, String command) {
        if (command.startsWith(TROUBLE)) {
            Trouble.begin(
                    stubs,
                    Stream.of(command.substring(TROUBLE.length()).split(" ", -1))
                            .map(Trouble::valueOf)
                            .collect(Collectors.toSet()));
            return "ok";
        }
        if (command.equals(NO_TROUBLE)) {
            Trouble.end(stubs);
            return "ok";
        }
        if (command.equals(CALLS)) {
            var calls = new TreeMap<String, Integer>();
            stubs.partners()
                    .forEach((id, partner) -> calls.put(
                            id,
                            partner.calls().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()));
            return JsonMapper.shared().writeValueAsString(calls);
        }
        var delay = Duration.ofMillis(Long.parseLong(command.substring(DELAY.length())));
        stubs.partners().values().forEach(partner -> partner.delay(delay));
        return "ok";
    }

    private static void forTheWholeRun(Map<String, Object> claims) {
        claims.put("exp", Instant.now().plus(LONGEST_RUN).getEpochSecond());
    }

    private static Place place(Stubs stubs, Address address) {
        var identities = stubs.identityProvider();
        var partners = new TreeMap<String, Map<String, String>>();
        stubs.partners().keySet().forEach(id -> partners.put(id, PartnerSettings.of(stubs, id)));
        if (address == Address.OF_A_PROXY) {
            partners.forEach(
                    (id, settings) -> settings.put("base-url", stubs.proxy(id).baseUrl()));
        }
        // A register allows five calls a second: nothing else could be measured.
        stubs.demographics().callsPerSecond(0);
        Objects.requireNonNull(partners.get(DemographicsStub.PARTNER)).put("adapter.calls-per-second", "0");
        return new Place(
                identities.issuer(),
                identities.token("gp", StubProcess::forTheWholeRun),
                stubs.population().of(Story.THREE_ASSESSMENTS).practice().ods(),
                identities.token("operator", StubProcess::forTheWholeRun),
                identities.partnerToken(partners.keySet().toArray(String[]::new)),
                partners,
                stubs.population().people().stream()
                        .map(Person::nhsNumber)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
