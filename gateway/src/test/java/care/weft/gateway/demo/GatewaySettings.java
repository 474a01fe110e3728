package care.weft.gateway.demo;

import care.weft.stubs.PartnerSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Story;
import care.weft.stubs.trust.TrustStub;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The settings with which a gateway stands before the stubs, in the demo, in tests and under load. */
public final class GatewaySettings {

    private GatewaySettings() {}

    /**
     * Settings for all stub partners.
     *
     * @param store a folder for the embedded database
     */
    public static Map<String, Object> before(Stubs stubs, Path store) {
        var settings = beforeAny(stubs, store);
        // The register comes first in every list of sources, as in the place's file.
        partner(settings, stubs, DemographicsStub.PARTNER);
        stubs.partners().keySet().forEach(id -> partner(settings, stubs, id));
        neighbourhoods(settings, stubs);
        return settings;
    }

    /**
     * Settings for all stub partners by way of the proxies before them, over TLS and by name.
     *
     * @param store a folder for the embedded database
     */
    public static Map<String, Object> byProxy(Stubs stubs, Path store) {
        var settings = before(stubs, store);
        settings.put(
                "spring.ssl.bundle.pem.stubs.truststore.certificate",
                stubs.certificates().authorityPem());
        for (var id : stubs.partners().keySet()) {
            var prefix = "weft.partners." + id + ".";
            PartnerSettings.byProxy(stubs, id).forEach((key, value) -> settings.put(prefix + key, value));
            settings.put(prefix + "ssl-bundle", "stubs");
        }
        return settings;
    }

    /**
     * Settings for the place {@code trust-alone}.
     *
     * @param store a folder for the embedded database
     */
    public static Map<String, Object> beforeTheTrustAlone(Stubs stubs, Path store) {
        var settings = beforeAny(stubs, store);
        settings.put("weft.place", "trust-alone");
        partner(settings, stubs, TrustStub.PARTNER);
        return settings;
    }

    /** Changes settings so that one partner is asked in each user's own name, by token exchange, and never in the gateway's. */
    public static void askForUsers(Map<String, Object> settings, Stubs stubs, String id) {
        var prefix = "weft.partners." + id + ".";
        settings.keySet().removeIf(key -> key.startsWith(prefix + "oauth2."));
        PartnerSettings.forUsers(stubs, id).forEach((key, value) -> settings.putIfAbsent(prefix + key, value));
    }

    private static Map<String, Object> beforeAny(Stubs stubs, Path store) {
        var issuer = stubs.identityProvider().issuer();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("weft.web.id-key", "demo-key-that-is-no-secret");
        settings.put("weft.web.issuers[0].uri", issuer);
        settings.put("weft.web.issuers[0].audiences[0]", "weft");
        settings.put("weft.web.issuers[0].algorithms[0]", "ES256");
        // The demonstration's staff stand directly to everybody; who has another employer breaks the glass.
        employers(stubs)
                .forEach(employer -> settings.put(
                        "weft.relationships.established-by[" + employer.getKey() + "]", employer.getValue()));
        // Nobody looks whether it is ready.
        settings.put("weft.web.drain", "0s");
        settings.put("weft.store.directory", store.toAbsolutePath().toString());
        return settings;
    }

    private static List<Map.Entry<Integer, String>> employers(Stubs stubs) {
        var codes = List.of(
                Organisation.TRUST.ods(),
                Organisation.COUNCIL.ods(),
                Organisation.MENTAL_HEALTH.ods(),
                Organisation.VOLUNTARY.ods(),
                stubs.population().of(Story.THREE_ASSESSMENTS).practice().ods());
        return IntStream.range(0, codes.size())
                .mapToObj(place -> Map.entry(place, codes.get(place)))
                .toList();
    }

    private static void partner(Map<String, Object> settings, Stubs stubs, String id) {
        PartnerSettings.of(stubs, id).forEach((key, value) -> settings.put("weft.partners." + id + "." + key, value));
        // Numbers that Ofcom keeps for drama.
        int number = 10 + List.copyOf(stubs.partners().keySet()).indexOf(id);
        settings.put("weft.partners." + id + ".contact.phone", "0161 496 09" + number);
        settings.put("weft.partners." + id + ".contact.hours", "Every day, 8 am to 8 pm");
        if (id.equals(TrustStub.PARTNER)) {
            instruments(settings);
        }
    }

    /** What the trust's own codes and forms mean is each place's to say. */
    private static void instruments(Map<String, Object> settings) {
        instrument(settings, "cga", "CGA", "comprehensive-geriatric-assessment");
        instrument(settings, "falls-mfra", "FALLS", "multifactorial-falls-assessment");
        instrument(settings, "ot-functional", "OT", "occupational-therapy-functional-assessment");
        instrument(settings, "d2a", "D2A", "discharge-to-assess");
        instrument(settings, "carers-assessment", "CARER", "carers-assessment");
        instrument(settings, "continence", "CONT", "continence-assessment");
    }

    private static void instrument(Map<String, Object> settings, String instrument, String code, String form) {
        var prefix = "weft.advice.instruments." + TrustStub.PARTNER + "." + instrument;
        settings.put(prefix + "[0]", "https://fhir.manchester-trust.example/CodeSystem/assessment|" + code);
        settings.put(prefix + "[1]", "https://fhir.manchester-trust.example/Questionnaire/" + form);
    }

    /** Which practices make a neighbourhood is each place's to say; here the stubs' population says it. */
    private static void neighbourhoods(Map<String, Object> settings, Stubs stubs) {
        for (var neighbourhood : stubs.population().neighbourhoods()) {
            var prefix = "weft.neighbourhoods." + neighbourhood.id() + ".";
            settings.put(prefix + "name", neighbourhood.name());
            neighbourhood
                    .practices()
                    .forEach(practice -> settings.put(prefix + "practices." + practice.ods(), practice.name()));
        }
    }
}
