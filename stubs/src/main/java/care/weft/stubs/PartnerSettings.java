package care.weft.stubs;

import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.gp.GpStub;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.trust.TrustStub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a gateway is to be told of a stub partner: its settings by their keys below {@code weft.partners.<id>.}, such as
 * {@code base-url}.
 */
public final class PartnerSettings {

    private PartnerSettings() {}

    /** The settings of one partner, which the caller may change. */
    public static Map<String, String> of(Stubs stubs, String id) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(
                "base-url", Objects.requireNonNull(stubs.partners().get(id)).baseUrl());
        // Practices are shown who asks, in every call anew: no token of the gateway's own goes there.
        if (!id.equals(GpStub.PARTNER)) {
            settings.put("oauth2.token-uri", stubs.identityProvider().issuer() + "/oauth2/token");
            settings.put("oauth2.client-id", IdentityProvider.CLIENT_ID);
            settings.put("oauth2.scope", id + ".read");
            settings.put("oauth2.client-secret", IdentityProvider.CLIENT_SECRET);
        }
        switch (id) {
            case CouncilStub.PARTNER -> wordsOfTheCouncil(settings);
            case TrustStub.PARTNER -> wordsOfTheTrust(settings);
            // Whoever looks at their own record acts for no organisation: these partners are told the place's then.
            case GpStub.PARTNER -> {
                settings.put("adapter.asid", "200000000001");
                settings.put("adapter.organisation", Organisation.INTEGRATED_CARE_BOARD.ods());
                settings.put("adapter.organisation-name", Organisation.INTEGRATED_CARE_BOARD.name());
            }
            case DemographicsStub.PARTNER ->
                settings.put("adapter.organisation", Organisation.INTEGRATED_CARE_BOARD.ods());
            default -> {
                // Needs no words of its own.
            }
        }
        return settings;
    }

    /** The same for a partner that is shown for whom it is asked, by an exchange of the user's token, and lets in nobody else. */
    public static Map<String, String> forUsers(Stubs stubs, String id) {
        var settings = of(stubs, id);
        settings.keySet().removeIf(key -> key.startsWith("oauth2."));
        settings.put("token-exchange.token-uri", stubs.identityProvider().issuer() + "/oauth2/token");
        settings.put("token-exchange.client-id", IdentityProvider.CLIENT_ID);
        settings.put("token-exchange.client-secret", IdentityProvider.CLIENT_SECRET);
        settings.put("token-exchange.audience", id);
        settings.put("token-exchange.scope", id + ".read");
        return settings;
    }

    /** What of these is other where a gateway calls over TLS, and by name, the proxy before the partner. */
    public static Map<String, String> byProxy(Stubs stubs, String id) {
        var names = stubs.nameServer().address();
        return Map.of(
                "base-url",
                stubs.proxy(id).secureBaseUrl(),
                "name-servers",
                names.getHostString() + ":" + names.getPort());
    }

    /** What this council says in words of its own. */
    private static void wordsOfTheCouncil(Map<String, String> settings) {
        var own = "https://fhir.manchester-council.example/StructureDefinition/Extension-";
        settings.put("adapter.hours-per-week-extension", own + "HoursPerWeek");
        settings.put("adapter.visits-per-week-extension", own + "VisitsPerWeek");
        settings.put("adapter.weekly-cost-extension", own + "WeeklyCost");
        settings.put("adapter.review-due-extension", own + "ReviewDue");
        settings.put("adapter.funding-extension", own + "Funding");
    }

    /** What this trust says in words of its own. */
    private static void wordsOfTheTrust(Map<String, String> settings) {
        var own = "https://fhir.manchester-trust.example/";
        settings.put("adapter.ready-extension", own + "StructureDefinition/Extension-DischargeReadyDate");
        settings.put("adapter.include-encounters", "Observation,QuestionnaireResponse");
        settings.put("adapter.pathway-extension", own + "StructureDefinition/Extension-DischargePathway");
        settings.put(
                "adapter.carer-assessments",
                own + "CodeSystem/assessment|CARER," + own + "Questionnaire/carers-assessment");
    }
}
