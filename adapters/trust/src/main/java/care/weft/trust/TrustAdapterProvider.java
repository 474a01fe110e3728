package care.weft.trust;

import care.weft.fhir.FhirAdapter;
import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.model.Section;
import java.util.Map;

/**
 * Makes adapters of kind {@code trust}, for hospital trusts that speak FHIR R4 with UK Core profiles.
 *
 * <p>A person's relationships are the contacts that their {@code Patient} lists, which is one more read of it. What kind each is
 * of is told by HL7's codes, such as {@code N} for next of kin and {@code C} for an emergency contact; one without such a code is
 * of the kind {@code OTHER}, with the trust's words beside it.
 *
 * <p>Settings, all optional. How to ask:
 *
 * <ul>
 *   <li>{@code page-size} (50), matches asked for in one page.
 *   <li>{@code max-pages} (20), pages read of one search.
 *   <li>{@code max-concurrent-calls} (8).
 *   <li>{@code without}, the kinds of resource that the trust's server does not have, such as {@code Task,EpisodeOfCare}, by
 *       its capability statement. They are not asked for, and a section without them counts as whole; a section that is made
 *       of nothing else is not offered. A kind that the server has and that is named here is lost without a word. It may name
 *       {@code Patient.contact} too, for a trust whose records of patients list nobody to call.
 *   <li>{@code open-in}, an address of the trust's own system in which {@code {type}} and {@code {id}} stand for a record's kind
 *       and id, such as {@code https://viewer.example.nhs.uk/open/{type}/{id}}.
 * </ul>
 *
 * <p>What a trust says in words of its own, where no standard has one that all trusts use:
 *
 * <ul>
 *   <li>{@code ready-extension}, the address of an extension of {@code Encounter} or its {@code hospitalization}: the person has
 *       no reason to reside. Its value is the day since when, or {@code true}, or parts as of its default, Interweave's
 *       {@code Extension-Interweave-MedicallySafeForDischarge}. The default no longer counts once it is set.
 *   <li>{@code pathway-extension}, the address of one whose value is the discharge pathway. No default: nobody publishes one.
 *   <li>{@code bed-based-episodes} and {@code community-episodes}, types of {@code EpisodeOfCare}: in the first the person lies
 *       in a bed, which is a stay; in the second they live at home, which is none. What counts as either without a setting:
 *       {@code EpisodeStay}. An episode of a type that tells neither is listed as a stay in an unknown state.
 *   <li>{@code carer-assessments}, codes of {@code Task} and {@code Observation} and addresses of questionnaires by which someone
 *       who cares for another is assessed; Interweave's code for it counts without a setting. All others are of the person.
 *   <li>{@code include-encounters}, the kinds of resource with which the server sends the encounter that they name, when asked
 *       to by {@code _include}, such as {@code Observation,QuestionnaireResponse}, by its capability statement. It tells where the
 *       person was cared for when they were assessed. None by default: a server that does not know the parameter may refuse.
 *   <li>{@code home-encounters} and {@code care-home-encounters}, classes, types and service types of {@code Encounter} in which
 *       the person is visited at home, or in a care home. Without a setting only inpatients are told.
 * </ul>
 *
 * <p>Lists are separated by commas. In a list of concepts each is {@code system|code}, a code of whatever system, or the
 * words of a display or text.
 */
public final class TrustAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "trust";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return FhirAdapter.profile(TrustSettings.of(settings).server());
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        var settings = TrustSettings.of(context.settings());
        return new FhirAdapter(
                context,
                settings.server(),
                Map.of(
                        Section.APPOINTMENTS, Appointments::read,
                        Section.REFERRALS, Referrals::read,
                        Section.ASSESSMENTS, asked -> Assessments.read(asked, settings),
                        Section.STAYS, asked -> Stays.read(asked, settings),
                        Section.RELATIONSHIPS, Contacts::read));
    }
}
