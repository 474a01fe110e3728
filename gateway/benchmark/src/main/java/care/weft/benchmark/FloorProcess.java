package care.weft.benchmark;

import care.weft.http.CallListener;
import care.weft.http.PartnerHttpSettings;
import care.weft.http.ReactorPartnerHttp;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Endpoint;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.model.NhsNumber;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
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

    private static Mono<List<byte[]>> answer(Map<String, List<PersonCalls>> people, String body) {
        var number = NHS_NUMBER.matcher(body);
        return number.find() && people.containsKey(number.group(1))
                ? Flux.fromIterable(people.get(number.group(1)))
                        .flatMapSequential(PersonCalls::repeat)
                        .collectList()
                : Mono.error(new IllegalArgumentException("No such person"));
    }

    private static Map<String, List<PersonCalls>> recorded(Place place) {
        var people = new HashMap<String, List<PersonCalls>>();
        for (var provider : ServiceLoader.load(PartnerAdapterProvider.class)) {
            var address = place.partners().get(provider.kind());
            if (address != null) {
                var http = http(provider, address, place.partnerToken());
                for (var number : place.people()) {
                    people.computeIfAbsent(number, _ -> new ArrayList<>())
                            .add(PersonCalls.record(
                                    provider,
                                    new Endpoint(provider.kind(), address),
                                    http,
                                    NhsNumber.parse(number).orElseThrow()));
                }
            }
        }
        return people;
    }

    private static ReactorPartnerHttp http(PartnerAdapterProvider provider, URI address, String token) {
        var profile = provider.profile(AdapterSettings.NONE);
        return ReactorPartnerHttp.open(
                PartnerHttpSettings.of(
                        new Endpoint(provider.kind(), address),
                        profile.maxConcurrentCalls(),
                        profile.maxCallsPerSecond()),
                () -> Mono.just(token),
                CallListener.NONE,
                Clock.systemUTC());
    }
}
