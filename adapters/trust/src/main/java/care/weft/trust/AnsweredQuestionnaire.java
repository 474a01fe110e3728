package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An assessment from a {@code QuestionnaireResponse}: the partner shares the answers themselves. */
final class AnsweredQuestionnaire {

    private static final String DISPLAY = "http://hl7.org/fhir/StructureDefinition/display";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";
    private static final Pattern TOTAL =
            Pattern.compile("(?i)(grand |overall )?total([ _-]?score)?|overall[ _-]?score|score[ _-]?total");

    private AnsweredQuestionnaire() {}

    static Assessment map(Asked asked, TrustSettings settings, Resource resource) throws Unreadable {
        var element = resource.element();
        var status = status(element);
        var code = code(resource);
        var authored = element.date("authored");
        boolean done = status == AssessmentStatus.COMPLETED;
        var author = DoneBy.signed(resource, "author");
        return AssessmentBuilder.builder()
                .source(asked.source(resource, "subject"))
                .title(Words.firstOf("Questionnaire", Words.display(code)))
                .code(code)
                .assessmentStatus(status)
                .subject(AssessmentSubjects.of(
                        settings.carerAssessments(),
                        ownCodes(resource),
                        element.reference("questionnaire").written()))
                .setting(settings.assessedWhere().of(resource))
                .startedOn(done ? null : authored)
                .completedOn(done ? authored : null)
                .contact(author.contact())
                .team(author.team())
                .assessor(author.assessor())
                .score(total(element))
                .content(element.each("item").isEmpty() ? ContentLevel.METADATA : ContentLevel.FULL)
                .organisation(author.organisation())
                .build();
    }

    private static AssessmentStatus status(Element element) {
        return switch (Words.code(element, "status")) {
            case "in-progress" -> AssessmentStatus.IN_PROGRESS;
            case "completed", "amended" -> AssessmentStatus.COMPLETED;
            case "stopped" -> AssessmentStatus.CANCELLED;
            case "entered-in-error" -> AssessmentStatus.ENTERED_IN_ERROR;
            default -> AssessmentStatus.UNKNOWN;
        };
    }

    private static List<Element> ownCodes(Resource resource) {
        var questionnaire = resource.resolve(resource.element().reference("questionnaire"));
        return questionnaire == null ? List.of() : questionnaire.element().each("code");
    }

    /** The questionnaire's own code where it was sent along, else its address, with the best words there are. */
    private static @Nullable Coding code(Resource resource) {
        var element = resource.element();
        var reference = element.reference("questionnaire");
        var named = resource.resolve(reference);
        var questionnaire = named == null ? Element.ABSENT : named.element();
        var own = questionnaire.coding("code");
        if (own != null) {
            return own;
        }
        var words = Words.firstOf(
                "",
                element.at("_questionnaire").extension(DISPLAY).value().text(),
                reference.display(),
                questionnaire.text("title"),
                questionnaire.text("name"));
        var address = reference.written();
        if (address == null || address.startsWith("#")) {
            return words.isEmpty() ? null : Coding.text(words);
        }
        return new Coding(URI_SYSTEM, address, words.isEmpty() ? lastStep(address) : words);
    }

    private static String lastStep(String address) {
        var step = address.replaceFirst("/+$", "").replaceFirst("^.*[/:]", "");
        return step.isBlank() ? "Questionnaire" : step;
    }

    /** The answer to the one item that calls itself the total; null where none does, or several disagree. */
    private static @Nullable BigDecimal total(Element element) {
        var totals = new ArrayList<BigDecimal>();
        collectTotals(element, totals);
        return totals.isEmpty() || totals.stream().anyMatch(total -> total.compareTo(totals.getFirst()) != 0)
                ? null
                : totals.getFirst();
    }

    private static void collectTotals(Element element, List<BigDecimal> totals) {
        for (var item : element.each("item")) {
            if (isTotal(item.text("text")) || isTotal(item.text("linkId"))) {
                for (var answer : item.each("answer")) {
                    var value = answer.value();
                    var number = value.at("value").present() ? value.decimal("value") : value.decimal();
                    if (number != null) {
                        totals.add(number);
                    }
                }
            }
            collectTotals(item, totals);
            item.each("answer").forEach(answer -> collectTotals(answer, totals));
        }
    }

    private static boolean isTotal(@Nullable String words) {
        return words != null
                && TOTAL.matcher(words.strip().replaceFirst(":$", "")).matches();
    }
}
