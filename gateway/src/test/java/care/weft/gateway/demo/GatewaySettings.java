package care.weft.gateway.demo;

import care.weft.stubs.Stubs;
import care.weft.stubs.identity.IdentityProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings with which a gateway stands before the stubs, in the demo, in tests and under load. */
public final class GatewaySettings {

    private GatewaySettings() {}

    /**
     * Settings for all stub partners.
     *
     * @param store a folder for the embedded database
     */
    public static Map<String, Object> before(Stubs stubs, Path store) {
        var issuer = stubs.identityProvider().issuer();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("weft.web.id-key", "demo-key-that-is-no-secret");
        settings.put("weft.web.issuers[0].uri", issuer);
        settings.put("weft.web.issuers[0].audiences[0]", "weft");
        settings.put("weft.web.issuers[0].algorithms[0]", "ES256");
        settings.put("weft.store.directory", store.toAbsolutePath().toString());
        stubs.partners().forEach((id, partner) -> {
            var prefix = "weft.partners." + id;
            settings.put(prefix + ".base-url", partner.baseUrl());
            settings.put(prefix + ".oauth2.token-uri", issuer + "/oauth2/token");
            settings.put(prefix + ".oauth2.client-id", IdentityProvider.CLIENT_ID);
            settings.put(prefix + ".oauth2.scope", id + ".read");
            settings.put(prefix + ".oauth2.client-secret", IdentityProvider.CLIENT_SECRET);
        });
        // What this trust says in words of its own.
        var own = "https://fhir.manchester-trust.example/";
        var adapter = "weft.partners.trust.adapter.";
        settings.put(adapter + "ready-extension", own + "StructureDefinition/Extension-DischargeReadyDate");
        settings.put(adapter + "pathway-extension", own + "StructureDefinition/Extension-DischargePathway");
        settings.put(
                adapter + "carer-assessments",
                own + "CodeSystem/assessment|CARER," + own + "Questionnaire/carers-assessment");
        return settings;
    }
}
