package care.weft.stubs.trust;

import care.weft.stubs.fhir.Elements;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A kind of assessment that the trust books as a task and records as a form, in codes of its own. */
enum AssessmentKind {
    COMPREHENSIVE_GERIATRIC(
            "CGA",
            "Comprehensive geriatric assessment",
            "comprehensive-geriatric-assessment",
            Site.ROYAL_INFIRMARY,
            "Medical problems; Mobility and balance; Memory and mood; Daily living; What matters most"),
    MULTIFACTORIAL_FALLS(
            "FALLS",
            "Multifactorial falls assessment",
            "multifactorial-falls-assessment",
            Site.WITHINGTON,
            "Falls in the last year; Gait and balance; Medicines; Sight; Home hazards"),
    OCCUPATIONAL_THERAPY(
            "OT",
            "Occupational therapy functional assessment",
            "occupational-therapy-functional-assessment",
            Site.HOME,
            "Washing and dressing; Transfers; Kitchen tasks; Equipment in place"),
    DISCHARGE_TO_ASSESS(
            "D2A",
            "Discharge to assess",
            "discharge-to-assess",
            Site.HOME,
            "Home situation; Support in place; Equipment needed; Goals"),
    CARERS("CARER", "Carer's assessment", "carers-assessment", Site.HOME, "Caring role; Own health; Breaks"),
    CONTINENCE(
            "CONT",
            "Continence assessment",
            "continence-assessment",
            Site.WITHINGTON,
            "Bladder; Bowel; Products in use");

    private final String code;
    private final String title;
    private final String questionnaire;
    private final Site site;
    private final String questions;

    AssessmentKind(String code, String title, String questionnaire, Site site, String questions) {
        this.code = code;
        this.title = title;
        this.questionnaire = questionnaire;
        this.site = site;
        this.questions = questions;
    }

    ObjectNode coding() {
        return Local.coding("assessment", code, title);
    }

    /** The international code of those that have one. */
    List<ObjectNode> furtherCodings() {
        return this == OCCUPATIONAL_THERAPY
                ? List.of(Elements.coding(Elements.SNOMED, "410155007", "Occupational therapy assessment (procedure)"))
                : List.of();
    }

    String title() {
        return title;
    }

    String questionnaire() {
        return Local.questionnaire(questionnaire);
    }

    /** Where it takes place. */
    Site site() {
        return site;
    }

    List<String> questions() {
        return List.of(questions.split("; ", -1));
    }
}
