package care.weft.trust;

import care.weft.fhir.Codes;
import care.weft.fhir.FhirSettings;
import care.weft.fhir.Settings;
import care.weft.spi.AdapterSettings;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one trust.
 *
 * @param server how its server is asked; {@code without} may name {@code Patient.contact} too
 * @param readyExtension the address of the extension that says that a person may leave hospital
 * @param pathwayExtension the address of the extension that says how a person will leave hospital; empty for none
 * @param bedBasedEpisodes the types of episodes of care in which the person lies in a bed
 * @param communityEpisodes the types of episodes of care in which the person lives at home
 * @param carerAssessments the assessments of someone who cares for another
 * @param includeEncounters the kinds of resource with which the server sends the encounter that they name
 * @param assessedWhere by what encounters a person was assessed where
 */
record TrustSettings(
        FhirSettings server,
        String readyExtension,
        String pathwayExtension,
        Codes bedBasedEpisodes,
        Codes communityEpisodes,
        Codes carerAssessments,
        Set<String> includeEncounters,
        AssessedWhere assessedWhere) {

    /** UK Core has no word for it; this is what Interweave's regional servers send. */
    static final String MEDICALLY_SAFE_FOR_DISCHARGE =
            "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-MedicallySafeForDischarge";

    static final Map<Section, List<String>> MADE_OF = Map.of(
            Section.APPOINTMENTS, List.of(Appointments.TYPE),
            Section.REFERRALS, List.of(Referrals.TYPE),
            Section.ASSESSMENTS, List.of(Assessments.QUESTIONNAIRE_RESPONSE, Assessments.OBSERVATION, Assessments.TASK),
            Section.STAYS, List.of(Stays.ENCOUNTER, Stays.EPISODE),
            Section.RELATIONSHIPS, List.of(Contacts.TYPE));

    private static final List<String> OWN = List.of(
            "bed-based-episodes",
            "care-home-encounters",
            "carer-assessments",
            "community-episodes",
            "home-encounters",
            "include-encounters",
            "pathway-extension",
            "ready-extension");

    static TrustSettings of(AdapterSettings settings) {
        return new TrustSettings(
                FhirSettings.of(settings, "a trust", OWN, MADE_OF),
                settings.text("ready-extension", MEDICALLY_SAFE_FOR_DISCHARGE),
                settings.text("pathway-extension", ""),
                Settings.codes(settings, "bed-based-episodes"),
                Settings.codes(settings, "community-episodes"),
                Settings.codes(settings, "carer-assessments"),
                Settings.some(
                        settings,
                        "include-encounters",
                        "kinds of resource",
                        MADE_OF.getOrDefault(Section.ASSESSMENTS, List.of())),
                new AssessedWhere(
                        Settings.codes(settings, "home-encounters"), Settings.codes(settings, "care-home-encounters")));
    }
}
