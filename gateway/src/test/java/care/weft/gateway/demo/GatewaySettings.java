package care.weft.gateway.demo;

import care.weft.stubs.Stubs;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.trust.TrustStub;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
        stubs.partners().keySet().forEach(id -> partner(settings, stubs, id));
        neighbourhoods(settings, stubs);
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

    private static Map<String, Object> beforeAny(Stubs stubs, Path store) {
        var issuer = stubs.identityProvider().issuer();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("weft.web.id-key", "demo-key-that-is-no-secret");
        settings.put("weft.web.issuers[0].uri", issuer);
        settings.put("weft.web.issuers[0].audiences[0]", "weft");
        settings.put("weft.web.issuers[0].algorithms[0]", "ES256");
        settings.put("weft.store.directory", store.toAbsolutePath().toString());
        return settings;
    }

    private static void partner(Map<String, Object> settings, Stubs stubs, String id) {
        var prefix = "weft.partners." + id + ".";
        var partner = Objects.requireNonNull(stubs.partners().get(id));
        settings.put(prefix + "base-url", partner.baseUrl());
        // Practices are shown who asks, in every call anew: no token of the gateway's own goes there.
        if (!id.equals("gp")) {
            settings.put(prefix + "oauth2.token-uri", stubs.identityProvider().issuer() + "/oauth2/token");
            settings.put(prefix + "oauth2.client-id", IdentityProvider.CLIENT_ID);
            settings.put(prefix + "oauth2.scope", id + ".read");
            settings.put(prefix + "oauth2.client-secret", IdentityProvider.CLIENT_SECRET);
        }
        if (id.equals(TrustStub.PARTNER)) {
            wordsOfTheTrust(settings, prefix + "adapter.");
        }
    }

    /** What this trust says in words of its own. */
    private static void wordsOfTheTrust(Map<String, Object> settings, String adapter) {
        var own = "https://fhir.manchester-trust.example/";
        settings.put(adapter + "ready-extension", own + "StructureDefinition/Extension-DischargeReadyDate");
        settings.put(adapter + "pathway-extension", own + "StructureDefinition/Extension-DischargePathway");
        settings.put(
                adapter + "carer-assessments",
                own + "CodeSystem/assessment|CARER," + own + "Questionnaire/carers-assessment");
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
