package care.weft.gp;

import care.weft.fhir.Element;
import care.weft.spi.model.Coding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instrument whose score makes an uncategorised observation of a practice an assessment: by its SNOMED CT code, or by the
 * words of a code of the practice system's own. All other observations are measurements and notes.
 *
 * <p>Sources of the codes: value sets of HL7 Portugal ({@code cpe-scale-vs}), HL7 Belgium ({@code be-vs-score}) and HL7 Germany
 * (frailty score); NHS England's reference tables of the mental health services data set; the primary care domain reference set
 * for dementia assessment; FHIR examples of AUDIT-C and of the MRC scale. Every code's check digit is true. No public code was
 * found for FRAT and for the electronic frailty index by that name: these are told by their words.
 */
enum Instrument {
    CLINICAL_FRAILTY_SCALE("445414007 763264000 713636003", "clinical frailty (scale|score)|rockwood"),
    FRAILTY_INDEX("713634000", "electronic frailty index|\\befi\\b"),
    FALLS_RISK_ASSESSMENT_TOOL("", "\\bfrat\\b|falls? risk assessment (tool|score)"),
    MORSE("426938003", "morse fall"),
    TIMED_UP_AND_GO("444680009 444781002", "timed up and go"),
    MUST("444297006", "malnutrition universal screening tool|\\bmust score\\b"),
    WATERLOW("278897004", "waterlow"),
    BRADEN("781128005", "\\bbraden\\b"),
    PHQ_9("720433000 506701000000100", "patient health questionnaire[ -]?(9|nine)|\\bphq[ -]?9\\b"),
    GAD_7("445455005", "generali[sz]ed anxiety disorder[ -]?(7|seven)|\\bgad[ -]?7\\b"),
    HADS("273524006", "hospital anxiety and depression scale|\\bhads\\b"),
    SIX_CIT("1085151000000108", "six[ -]item cognitive impairment test|\\b6[ -]?cit\\b"),
    GPCOG("756521000000105", "\\bgpcog\\b|general practitioner assessment of cognition"),
    AUDIT_C("763256006", "\\baudit[ -]?c\\b|disorders identification test - consumption"),
    AUDIT("443280005", "alcohol use disorders identification test score"),
    BARTHEL("273302005", "\\bbarthel\\b"),
    MRC_DYSPNOEA("450755002 391123006", "(medical research council|\\bmrc) (dyspnoea|breathlessness) scale");

    private static final String SNOMED = "http://snomed.info/sct";

    private static final Map<String, Instrument> BY_CODE = Arrays.stream(values())
            .flatMap(instrument -> Stream.of(instrument.codes.split(" ", -1))
                    .filter(code -> !code.isEmpty())
                    .map(code -> Map.entry(code, instrument)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Words alone make no assessment: "PHQ-9 declined" has no result. The grades of a scale have theirs in their words. */
    private static final Pattern GRADE = Pattern.compile("\\bgrade [0-9]\\b");

    private final String codes;
    private final Pattern words;

    Instrument(String codes, String words) {
        this.codes = codes;
        this.words = Pattern.compile(words);
    }

    /**
     * What an observation was made with.
     *
     * @param code as the observation states it
     */
    record Named(Instrument instrument, Coding code) {}

    /**
     * Reads the {@code code} of an observation.
     *
     * @param hasResult whether the observation states any
     * @return empty when it is none of these instruments
     */
    static Optional<Named> of(Element observation, boolean hasResult) {
        var concepts = observation.each("code");
        return concepts.stream()
                .flatMap(concept -> Stream.concat(concept.each("coding").stream(), Stream.of(concept)))
                .map(part -> named(part, hasResult))
                .filter(Objects::nonNull)
                .min((one, other) -> Boolean.compare(!coded(one), !coded(other)));
    }

    private static boolean coded(Named named) {
        return BY_CODE.containsKey(Objects.requireNonNullElse(named.code().code(), ""));
    }

    private static @Nullable Named named(Element part, boolean hasResult) {
        var coding = part.coding();
        if (coding == null) {
            return null;
        }
        var byCode = SNOMED.equals(coding.system()) ? BY_CODE.get(Objects.requireNonNullElse(coding.code(), "")) : null;
        if (byCode != null) {
            return new Named(byCode, coding);
        }
        var text = Stream.of(coding.display(), part.text("text"))
                .filter(Objects::nonNull)
                .map(words -> words.toLowerCase(Locale.ROOT))
                .toList();
        boolean counts = hasResult
                || text.stream().anyMatch(words -> GRADE.matcher(words).find());
        return !counts
                ? null
                : Arrays.stream(values())
                        .filter(each -> text.stream()
                                .anyMatch(words -> each.words.matcher(words).find()))
                        .findFirst()
                        .map(each -> new Named(each, coding))
                        .orElse(null);
    }
}
