package care.weft.benchmark;

import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.Traced;
import care.weft.spi.model.NhsNumber;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * The least that a JVM can do for one person's view: the same partner calls by the same client, their bytes put one after
 * another. It reads nothing, checks nothing and keeps no audit. Tells its port; ends with its standard input.
 */
final class FloorProcess {

    private static final Pattern NHS_NUMBER = Pattern.compile("\"nhsNumber\":\"([0-9]{10})\"");

    private FloorProcess() {}

    /** Takes the {@link Place}. */
    public static void main(String[] arguments) {
        JavaProcess.endWithInput();
        var people = recorded(Place.read(arguments[0]));
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.send(request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .flatMap(body -> answer(people, body))
                        .map(bytes -> Unpooled.wrappedBuffer(bytes.toArray(byte[][]::new)))))
                .bindNow();
        JavaProcess.tell(String.valueOf(server.port()));
        server.onDispose().block();
    }

    private static Mono<List<byte[]>> answer(Map<String, PersonCalls> people, String body) {
        var number = NHS_NUMBER.matcher(body);
        return number.find() && people.containsKey(number.group(1))
                ? people.get(number.group(1)).repeat().collectList()
                : Mono.error(new IllegalArgumentException("No such person"));
    }

    private static Map<String, PersonCalls> recorded(Place place) {
        var partners = ServiceLoader.load(PartnerAdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> place.partners().containsKey(provider.kind()))
                .map(provider -> RecordedPartner.open(provider, place))
                .toList();
        var people = new HashMap<String, PersonCalls>();
        for (var number : place.people()) {
            recorded(partners, NhsNumber.parse(number).orElseThrow()).ifPresent(calls -> people.put(number, calls));
        }
        return people;
    }

    /** Empty for those few of whom the register has more to say than who they are: the gateway asks for them in other ways. */
    private static Optional<PersonCalls> recorded(List<RecordedPartner> partners, NhsNumber number) {
        var register = partners.stream()
                .filter(RecordedPartner::isRegister)
                .findFirst()
                .orElseThrow();
        var word = register.trace(number);
        var trace = register.taken();
        return word instanceof Traced.Known(var inForce, var details) && inForce.equals(number) && !details.restricted()
                ? Optional.of(new PersonCalls(
                        trace,
                        partners.stream()
                                .map(partner -> partner.read(
                                        number,
                                        details.practice() == null
                                                ? null
                                                : details.practice().odsCode()))
                                .toList()))
                : Optional.empty();
    }
}
