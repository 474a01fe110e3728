package care.weft.gateway.demo;

import care.weft.stubs.Stubs;
import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.gp.GpStub;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.trust.TrustStub;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
        // The register comes first in every list of sources, as in the place's file.
        partner(settings, stubs, DemographicsStub.PARTNER);
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
        // Numbers that Ofcom keeps for drama.
        settings.put(
                prefix + "contact.phone",
                "0161 496 09" + (10 + List.copyOf(stubs.partners().keySet()).indexOf(id)));
        settings.put(prefix + "contact.hours", "Every day, 8 am to 8 pm");
        // Practices are shown who asks, in every call anew: no token of the gateway's own goes there.
        if (!id.equals(GpStub.PARTNER)) {
            settings.put(prefix + "oauth2.token-uri", stubs.identityProvider().issuer() + "/oauth2/token");
            settings.put(prefix + "oauth2.client-id", IdentityProvider.CLIENT_ID);
            settings.put(prefix + "oauth2.scope", id + ".read");
            settings.put(prefix + "oauth2.client-secret", IdentityProvider.CLIENT_SECRET);
        }
        switch (id) {
            case CouncilStub.PARTNER -> wordsOfTheCouncil(settings, prefix + "adapter.");
            case TrustStub.PARTNER -> wordsOfTheTrust(settings, prefix + "adapter.");
            // Whoever looks at their own record acts for no organisation: these partners are told the place's then.
            case GpStub.PARTNER -> {
                settings.put(prefix + "adapter.asid", "200000000001");
                settings.put(prefix + "adapter.organisation", Organisation.INTEGRATED_CARE_BOARD.ods());
                settings.put(prefix + "adapter.organisation-name", Organisation.INTEGRATED_CARE_BOARD.name());
            }
            case DemographicsStub.PARTNER ->
                settings.put(prefix + "adapter.organisation", Organisation.INTEGRATED_CARE_BOARD.ods());
            default -> {
                // Needs no words of its own.
            }
        }
    }

    /** What this council says in words of its own. */
    private static void wordsOfTheCouncil(Map<String, Object> settings, String adapter) {
        var own = "https://fhir.manchester-council.example/StructureDefinition/Extension-";
        settings.put(adapter + "hours-per-week-extension", own + "HoursPerWeek");
        settings.put(adapter + "visits-per-week-extension", own + "VisitsPerWeek");
        settings.put(adapter + "weekly-cost-extension", own + "WeeklyCost");
        settings.put(adapter + "review-due-extension", own + "ReviewDue");
        settings.put(adapter + "funding-extension", own + "Funding");
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
