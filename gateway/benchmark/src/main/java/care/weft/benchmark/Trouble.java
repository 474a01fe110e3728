package care.weft.benchmark;

import care.weft.stubs.Stubs;
import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.fault.NetworkFault;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.trust.TrustStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be wrong with whom, at the same time. The register and the practices are well. */
enum Trouble {
    /** Takes every call and never answers. */
    HANGS(TrustStub.PARTNER),
    /** Answers every call with 503. */
    ANSWERS_503(CouncilStub.PARTNER),
    /** Resets the connection in place of every second answer. */
    FLAPS(MentalHealthStub.PARTNER);

    private static final int EVERY_SECOND = 2;

    private final String partner;

    Trouble(String partner) {
        this.partner = partner;
    }

    String partner() {
        return partner;
    }

    /** That of a partner, if any of these is. */
    static Optional<Trouble> of(String partner, Set<Trouble> troubles) {
        return troubles.stream()
                .filter(trouble -> trouble.partner.equals(partner))
                .findFirst();
    }

    /** In words. */
    static String describe(Set<Trouble> troubles) {
        return troubles.stream()
                .map(trouble -> trouble.partner + " " + trouble.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** To be called where the stubs are. */
    static void begin(Stubs stubs, Set<Trouble> troubles) {
        for (var trouble : troubles) {
            switch (trouble) {
                case HANGS -> stubs.proxy(trouble.partner).begin(NetworkFault.HANG);
                case FLAPS -> stubs.proxy(trouble.partner).begin(NetworkFault.FLAP, EVERY_SECOND);
                case ANSWERS_503 ->
                    mappings(
                            stubs.council(),
                            "POST",
                            "{\"request\": {\"method\": \"ANY\"}, \"response\": {\"status\": 503}}");
            }
        }
    }

    /** Ends all there are; the same. */
    static void end(Stubs stubs) {
        for (var trouble : values()) {
            switch (trouble) {
                case HANGS, FLAPS -> stubs.proxy(trouble.partner).end();
                case ANSWERS_503 -> mappings(stubs.council(), "DELETE", "");
            }
        }
    }

    private static void mappings(PartnerStub partner, String method, String body) {
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(partner.adminUrl() + "/mappings"))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
