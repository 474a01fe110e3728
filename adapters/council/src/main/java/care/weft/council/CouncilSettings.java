package care.weft.council;

import care.weft.fhir.Codes;
import care.weft.fhir.FhirSettings;
import care.weft.fhir.Settings;
import care.weft.spi.AdapterSettings;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;

/**
 * The settings of one council.
 *
 * @param server how its server is asked
 * @param terms the extensions that say how much of a service there is
 * @param carerAssessments the assessments of someone who cares for another
 * @param keyWorkerRoles the roles of the one to turn to first
 */
record CouncilSettings(FhirSettings server, Terms terms, Codes carerAssessments, Codes keyWorkerRoles) {

    static final Map<Section, List<String>> MADE_OF = Map.of(
            Section.CARE_PACKAGES, List.of(CarePackages.TYPE),
            Section.REFERRALS, List.of(Referrals.TYPE),
            Section.ASSESSMENTS, List.of(Assessments.TYPE),
            Section.RELATIONSHIPS, List.of(Relationships.TYPE),
            Section.INVOLVEMENTS, List.of(Involvements.TYPE));

    private static final List<String> OWN = List.of(
            "carer-assessments",
            "funding-extension",
            "hours-per-week-extension",
            "key-worker-roles",
            "review-due-extension",
            "visits-per-week-extension",
            "weekly-cost-extension");

    /** The addresses of extensions of a service; an empty one is on none. */
    record Terms(String hoursPerWeek, String visitsPerWeek, String weeklyCost, String reviewDue, String funding) {}

    static CouncilSettings of(AdapterSettings settings) {
        return new CouncilSettings(
                FhirSettings.of(settings, "a council", OWN, MADE_OF),
                new Terms(
                        settings.text("hours-per-week-extension", ""),
                        settings.text("visits-per-week-extension", ""),
                        settings.text("weekly-cost-extension", ""),
                        settings.text("review-due-extension", ""),
                        settings.text("funding-extension", "")),
                Settings.codes(settings, "carer-assessments"),
                Settings.codes(settings, "key-worker-roles"));
    }
}
