package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.model.Location;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A hospital stay from an {@code Encounter}; contacts that are none are left out. */
final class EncounterStay {

    private static final Set<String> STAYS = Set.of("imp", "acute", "nonac", "obsenc", "ss", "emer");
    /** Also the frames that some servers put around several encounters, which are read themselves. */
    private static final Set<String> NO_STAYS = Set.of("amb", "hh", "vr", "fld", "prenc", "grouping");

    private static final Pattern STAY_IN_WORDS =
            Pattern.compile(".*\\b(inpatient|in-patient|emergency|day ?case|short stay|observation)\\b.*");
    private static final Pattern NO_STAY_IN_WORDS = Pattern.compile(
            ".*\\b(outpatient|out-patient|ambulatory|virtual|telephone|home|community|field|pre-?admission)\\b.*");

    /** How release 4 writes what release 5 has as {@code Encounter.plannedEndDate}. */
    private static final String PLANNED_END =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate";

    private EncounterStay() {}

    /** The stay; null for a contact that is none. */
    static @Nullable Stay map(Asked asked, TrustSettings settings, Resource resource) throws Unreadable {
        var element = resource.element();
        if (!isStay(element)) {
            return null;
        }
        var readiness = Readiness.of(extension(element, settings.readyExtension()), asked.today());
        var state = state(element, readiness);
        var period = element.period("period");
        var plannedEnd = element.extension(PLANNED_END).value().date();
        return StayBuilder.builder()
                .source(asked.source(resource, "subject"))
                .title(Words.firstOf(
                        "Hospital stay", Words.display(Words.firstCoding(element, "serviceType", "type", "class"))))
                .stayState(state)
                .ward(ward(resource))
                .admittedOn(period.start())
                .expectedDischarge(plannedEnd == null ? Stays.expectedDischarge(state, period.end()) : plannedEnd)
                .readySince(state == StayState.READY ? readiness.since() : null)
                .pathway(extension(element, settings.pathwayExtension()).value().coding())
                .destination(element.at("hospitalization").coding("dischargeDisposition"))
                .dischargedOn(Stays.dischargedOn(state, period.end()))
                .organisation(resource.organisation(element.reference("serviceProvider")))
                .build();
    }

    /** By the code; where a trust has codes of its own, by the words beside it. */
    private static boolean isStay(Element element) throws Unreadable {
        var coding = element.coding("class");
        if (coding == null) {
            throw new Unreadable("class is missing");
        }
        var code = coding.code() == null ? "" : coding.code().toLowerCase(Locale.ROOT);
        var words = coding.display().toLowerCase(Locale.ROOT);
        if (STAYS.contains(code) || STAYS.contains(words)) {
            return true;
        }
        if (NO_STAYS.contains(code)
                || NO_STAYS.contains(words)
                || NO_STAY_IN_WORDS.matcher(words).matches()) {
            return false;
        }
        if (STAY_IN_WORDS.matcher(words).matches()) {
            return true;
        }
        throw new Unreadable("class is not one that tells a stay from a contact");
    }

    /** Interweave publishes its own for the encounter, and has it in the hospitalization. */
    private static Element extension(Element element, String url) {
        var own = element.extension(url);
        return own.present() ? own : element.at("hospitalization").extension(url);
    }

    private static StayState state(Element element, Readiness readiness) {
        return switch (Words.code(element, "status")) {
            case "planned" -> StayState.PLANNED;
            case "arrived", "triaged", "in-progress", "onleave" ->
                readiness.ready() ? StayState.READY : StayState.IN_HOSPITAL;
            case "finished" -> StayState.DISCHARGED;
            case "cancelled", "entered-in-error" -> StayState.CANCELLED;
            default -> StayState.UNKNOWN;
        };
    }

    /** Where the person lies now; of a stay that has ended, where they last lay. */
    private static @Nullable String ward(Resource resource) {
        return resource.element().each("location").stream()
                .filter(place -> !Set.of("planned", "reserved").contains(Words.code(place, "status")))
                .sorted(Comparator.<Element, Boolean>comparing(place -> isLeft(place))
                        .thenComparing(EncounterStay::since, Comparator.reverseOrder()))
                .map(place -> resource.location(place.reference("location")))
                .filter(Objects::nonNull)
                .map(Location::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean isLeft(Element place) {
        return "completed".equals(place.text("status"))
                || place.period("period").end() != null;
    }

    private static Instant since(Element place) {
        Moment start = place.period("period").start();
        return start == null ? Instant.MIN : start.start();
    }
}
