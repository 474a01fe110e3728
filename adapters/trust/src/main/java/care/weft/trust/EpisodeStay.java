package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Codes;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stay in intermediate care from an {@code EpisodeOfCare}.
 *
 * <p>FHIR's episode is that somebody is in the care of a service, most often from home; only its {@code type} tells whether
 * they lie in a bed of it. So:
 *
 * <ul>
 *   <li>bed-based care is a stay, in the state that its status tells;
 *   <li>care at home or in a clinic is no stay, and is left out;
 *   <li>where the type tells neither, or there is none, it is listed in the state {@link StayState#UNKNOWN}: nobody is called
 *       an inpatient for it, and no stay is lost. A trust ends that by naming the type in one of two settings.
 * </ul>
 *
 * <p>The setting {@code bed-based-episodes} counts first, then {@code community-episodes}. Else it is told by the codes of
 * Interweave, HL7 and SNOMED CT, and by words that leave no doubt, such as <q>inpatient</q> or <q>beds</q> against <q>community
 * nursing</q>, <q>clinic</q>, <q>virtual ward</q> or <q>at home</q>; both at once tell neither. <q>Intermediate care</q> and
 * <q>rehabilitation</q> alone are either.
 */
final class EpisodeStay {

    private static final String INTERWEAVE =
            "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-EpisodeOfCareType|";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/episodeofcare-type|";

    /** Inpatient care. */
    private static final Codes BED_BASED = Codes.of("http://snomed.info/sct|394656005");

    private static final Codes COMMUNITY = Codes.of(
            INTERWEAVE + "CommunityHealth",
            INTERWEAVE + "PrimaryCare",
            INTERWEAVE + "VirtualWard",
            HL7 + "cacp",
            HL7 + "diab",
            HL7 + "hacc");

    private static final Pattern BED_BASED_IN_WORDS = Pattern.compile(
            "\\b(inpatient|in-patient|beds?(?!-bound)|bedded|ward|residential|(intermediate care|rehabilitation) unit)\\b");
    /** A home that is a care home, and community beds or a community hospital, are none of these. */
    private static final Pattern COMMUNITY_IN_WORDS = Pattern.compile("\\b(virtual ward|hospital at home|"
            + "(?<!care |nursing |residential )home([ -]based|[ -]care|[ -]visit(s|ing)?| support)|at home|"
            + "community([ -]based| health| nurs\\w*| matrons?|( physio| occupational )? ?therap\\w*)|district nurs\\w*|"
            + "domiciliary|primary care|out-?patients?|ambulatory|clinics?|day (hospital|centre|care)|outreach|in-?reach|"
            + "remote monitoring|telephone)\\b");

    private EpisodeStay() {}

    private enum Place {
        BED,
        COMMUNITY,
        UNTOLD
    }

    /** The stay; null for an episode that is none. */
    static @Nullable Stay map(Asked asked, TrustSettings settings, Resource resource) throws Unreadable {
        var element = resource.element();
        var place = place(settings, element);
        if (place == Place.COMMUNITY) {
            return null;
        }
        var byStatus = byStatus(element);
        var period = element.period("period");
        return StayBuilder.builder()
                .source(asked.source(resource, "patient"))
                .title(Words.firstOf("Episode of care", Words.display(element.coding("type"))))
                .stayState(place == Place.BED || byStatus == StayState.CANCELLED ? byStatus : StayState.UNKNOWN)
                .admittedOn(period.start())
                .expectedDischarge(place == Place.BED ? Stays.expectedDischarge(byStatus, period.end()) : null)
                .dischargedOn(Stays.dischargedOn(byStatus, period.end()))
                .organisation(resource.organisation(element.reference("managingOrganization")))
                .build();
    }

    private static Place place(TrustSettings settings, Element element) {
        var types = element.each("type");
        if (settings.bedBasedEpisodes().include(types)) {
            return Place.BED;
        }
        if (settings.communityEpisodes().include(types)) {
            return Place.COMMUNITY;
        }
        var words = Codes.words(types).collect(Collectors.joining(" ; "));
        var rest = COMMUNITY_IN_WORDS.matcher(words).replaceAll(" ");
        boolean bed =
                BED_BASED.include(types) || BED_BASED_IN_WORDS.matcher(rest).find();
        boolean community = COMMUNITY.include(types) || !rest.equals(words);
        if (bed == community) {
            return Place.UNTOLD;
        }
        return bed ? Place.BED : Place.COMMUNITY;
    }

    private static StayState byStatus(Element element) {
        return switch (Words.code(element, "status")) {
            case "planned", "waitlist" -> StayState.PLANNED;
            case "active", "onhold" -> StayState.IN_HOSPITAL;
            case "finished" -> StayState.DISCHARGED;
            case "cancelled", "entered-in-error" -> StayState.CANCELLED;
            default -> StayState.UNKNOWN;
        };
    }
}
