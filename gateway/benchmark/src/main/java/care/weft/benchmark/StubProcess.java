package care.weft.benchmark;

import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The stubs in a process of their own. Tells its {@link Place}, then does what {@link #calls} and {@link #delay} ask of it;
 * ends with its standard input.
 */
final class StubProcess {

    private static final String CALLS = "calls";
    private static final String DELAY = "delay ";

    private StubProcess() {}

    /** Takes the number of people. */
    public static void main(String[] arguments) {
        var settings = StubSettings.onFreePorts()
                .withPeople(Integer.parseInt(arguments[0]))
                .withoutJournal();
        try (var stubs = Stubs.start(settings)) {
            stubs.identityProvider().partnerTokenLifetime(Duration.ofHours(8));
            JavaProcess.tell(place(stubs).write());
            for (var command = IO.readln(); command != null; command = IO.readln()) {
                JavaProcess.tell(obey(stubs, command));
            }
        }
        // A pool of the stubs' server outlives it.
        System.exit(0);
    }

    static JavaProcess start(int people) {
        return JavaProcess.start(StubProcess.class, List.of("-Xmx1g"), -1, List.of(String.valueOf(people)));
    }

    /** How many partner calls came so far. */
    static int calls(JavaProcess stubs) {
        return Integer.parseInt(stubs.ask(CALLS));
    }

    /** Makes every partner wait before it answers. */
    static void delay(JavaProcess stubs, Duration delay) {
        stubs.ask(DELAY + delay.toMillis());
    }

    private static String obey(Stubs stubs, String command) {
        if (command.equals(CALLS)) {
            return String.valueOf(stubs.partners().values().stream()
                    .map(PartnerStub::calls)
                    .flatMap(byKind -> byKind.values().stream())
                    .mapToInt(Integer::intValue)
                    .sum());
        }
        var delay = Duration.ofMillis(Long.parseLong(command.substring(DELAY.length())));
        stubs.partners().values().forEach(partner -> partner.delay(delay));
        return "ok";
    }

    private static Place place(Stubs stubs) {
        var identities = stubs.identityProvider();
        var partners = stubs.partners();
        return new Place(
                identities.issuer(),
                identities.token("gp"),
                identities.partnerToken(partners.keySet().toArray(String[]::new)),
                partners.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                partner -> URI.create(partner.getValue().baseUrl()))),
                stubs.population().people().stream()
                        .map(Person::nhsNumber)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
