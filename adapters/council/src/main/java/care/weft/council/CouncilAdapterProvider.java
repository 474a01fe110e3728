package care.weft.council;

import care.weft.fhir.FhirAdapter;
import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.model.Section;
import java.util.Map;

/**
 * Makes adapters of kind {@code council}, for councils that share adult social care over FHIR R4 with Interweave's profiles:
 * SocialCareContact is a {@code ServiceRequest} and our referral, SocialCareAssessment a {@code Task} and our assessment,
 * SocialCareService an {@code EpisodeOfCare} and our care package. Related people are {@code RelatedPerson}s, and who is
 * responsible is told by {@code CareTeam}s, for which Interweave has no profile.
 *
 * <p>Settings, all optional. How to ask:
 *
 * <ul>
 *   <li>{@code page-size} (50), matches asked for in one page.
 *   <li>{@code max-pages} (20), pages read of one search.
 *   <li>{@code max-concurrent-calls} (8).
 *   <li>{@code without}, the kinds of resource that the council's server does not have, such as {@code CareTeam,RelatedPerson}:
 *       their sections are not offered.
 *   <li>{@code open-in}, an address of the council's own system in which {@code {type}} and {@code {id}} stand for a record's
 *       kind and id, such as {@code https://records.example.gov.uk/open/{type}/{id}}.
 * </ul>
 *
 * <p>What a council says in words of its own, since nobody publishes any. Addresses of extensions of {@code EpisodeOfCare},
 * without a default:
 *
 * <ul>
 *   <li>{@code hours-per-week-extension}, a number or a quantity of hours.
 *   <li>{@code visits-per-week-extension}, a whole number.
 *   <li>{@code weekly-cost-extension}, money with its currency.
 *   <li>{@code review-due-extension}, a date.
 *   <li>{@code funding-extension}, a concept: who holds the money.
 * </ul>
 *
 * <p>And lists of concepts, separated by commas, each {@code system|code}, a code of whatever system, or the words of a
 * display or text:
 *
 * <ul>
 *   <li>{@code carer-assessments}, the kinds of {@code Task} by which someone who cares for another is assessed; Interweave's
 *       code for it counts without a setting. All others are of the person.
 *   <li>{@code key-worker-roles}, the roles in a {@code CareTeam} of the one to turn to first. Without a setting a role counts
 *       that calls itself allocated, key, named or lead worker, or the like: see {@code KeyWorkers}.
 * </ul>
 */
public final class CouncilAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "council";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return FhirAdapter.profile(CouncilSettings.of(settings).server());
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        var settings = CouncilSettings.of(context.settings());
        return new FhirAdapter(
                context,
                settings.server(),
                Map.of(
                        Section.CARE_PACKAGES, asked -> CarePackages.read(asked, settings.terms()),
                        Section.REFERRALS, Referrals::read,
                        Section.ASSESSMENTS, asked -> Assessments.read(asked, settings.carerAssessments()),
                        Section.RELATIONSHIPS, Relationships::read,
                        Section.INVOLVEMENTS, asked -> Involvements.read(asked, settings.keyWorkerRoles())));
    }
}
