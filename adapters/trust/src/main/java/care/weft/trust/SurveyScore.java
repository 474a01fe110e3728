package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Observations;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.RiskBand;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An assessment from an {@code Observation} of category survey: the partner shares its result. */
final class SurveyScore {

    private static final String RISK_PROBABILITY = "http://terminology.hl7.org/CodeSystem/risk-probability";
    private static final Pattern BAND = Pattern.compile("(?:at )?(?:very )?(high|medium|moderate|low)[ -]risk");

    private SurveyScore() {}

    static Assessment map(Asked asked, TrustSettings settings, Resource resource) throws Unreadable {
        var element = resource.element();
        var status = Observations.status(element);
        var code = Unreadable.unlessMissing(element.coding("code"), "code");
        boolean done = status == AssessmentStatus.COMPLETED;
        var date = date(element);
        var score = Observations.score(element);
        var outcome = element.coding("valueCodeableConcept");
        var summary = score == null ? element.text("valueString") : null;
        var performer = DoneBy.signed(resource, "performer");
        boolean stated = score != null || outcome != null || summary != null;
        return AssessmentBuilder.builder()
                .source(asked.source(resource, "subject"))
                .title(code.display())
                .code(code)
                .assessmentStatus(status)
                .statusReason(Words.display(element.coding("dataAbsentReason")))
                .subject(AssessmentSubjects.of(settings.carerAssessments(), element.each("code")))
                .setting(settings.assessedWhere().of(resource))
                .startedOn(done ? null : date)
                .completedOn(done ? date : null)
                .contact(performer.contact())
                .team(performer.team())
                .assessor(performer.assessor())
                .score(score)
                .riskBand(riskBand(element, outcome))
                .outcome(outcome)
                .summary(summary)
                .content(stated ? ContentLevel.SCORE : ContentLevel.METADATA)
                .organisation(performer.organisation())
                .build();
    }

    private static @Nullable PartialDate date(Element element) {
        var period = element.at("effectivePeriod");
        return Stream.of(
                        element.date("effectiveDateTime"),
                        element.date("effectiveInstant"),
                        period.date("end"),
                        period.date("start"),
                        element.date("issued"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * By HL7's codes of a probability of harm, else where it is stated in so many words: that a score is above its reference
     * range, which is what FHIR's H says, is a high risk on one instrument and a low one on another.
     */
    private static @Nullable RiskBand riskBand(Element element, @Nullable Coding outcome) {
        var stated = Stream.of("interpretation", "valueCodeableConcept")
                .flatMap(field -> element.each(field).stream())
                .flatMap(concept -> concept.each("coding").stream())
                .filter(coding -> RISK_PROBABILITY.equals(coding.text("system")))
                .map(coding -> coded(Words.code(coding, "code")));
        var worded = Stream.concat(
                        element.each("interpretation").stream().map(Element::coding), Stream.ofNullable(outcome))
                .filter(Objects::nonNull)
                .map(SurveyScore::worded);
        return Stream.concat(stated, worded)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable RiskBand coded(String probability) {
        return switch (probability) {
            case "negligible", "low" -> RiskBand.LOW;
            case "moderate" -> RiskBand.MEDIUM;
            case "high", "certain" -> RiskBand.HIGH;
            default -> null;
        };
    }

    private static @Nullable RiskBand worded(Coding stated) {
        var words = BAND.matcher(stated.display().toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return null;
        }
        return switch (words.group(1)) {
            case "high" -> RiskBand.HIGH;
            case "low" -> RiskBand.LOW;
            default -> RiskBand.MEDIUM;
        };
    }
}
