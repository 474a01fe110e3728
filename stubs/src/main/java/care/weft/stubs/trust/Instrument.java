package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;

import care.weft.stubs.fhir.Elements;
import tools.jackson.databind.node.ObjectNode;

/** A scored instrument. */
enum Instrument {
    CLINICAL_FRAILTY_SCALE(
            "445414007", "Canadian Study of Health and Aging clinical frailty scale", "Clinical frailty scale", 5, 7),
    MALNUTRITION_UNIVERSAL_SCREENING_TOOL(
            "444297006", "Malnutrition universal screening tool score", "Malnutrition universal screening tool", 1, 2),
    WATERLOW("278897004", "Waterlow pressure sore risk score", "Waterlow pressure ulcer risk score", 10, 15),
    MORSE_FALLS("426938003", "Morse falls risk assessment", "Morse falls risk assessment", 25, 51),
    SIX_ITEM_COGNITIVE_IMPAIRMENT_TEST(
            "1085151000000108",
            "Six Item Cognitive Impairment Test total score",
            "Six item cognitive impairment test",
            8,
            10);

    private final String code;
    private final String display;
    private final String title;
    private final int moderateFrom;
    private final int highFrom;

    Instrument(String code, String display, String title, int moderateFrom, int highFrom) {
        this.code = code;
        this.display = display;
        this.title = title;
        this.moderateFrom = moderateFrom;
        this.highFrom = highFrom;
    }

    ObjectNode coding() {
        return Elements.coding(Elements.SNOMED, code, display);
    }

    String title() {
        return title;
    }

    int highFrom() {
        return highFrom;
    }

    ObjectNode interpretation(int value, Chart chart) {
        var band = value >= highFrom ? "high" : value >= moderateFrom ? "moderate" : "low";
        var display = Character.toUpperCase(band.charAt(0)) + band.substring(1) + " likelihood";
        return concept(hl7Coding("risk-probability", band, display), chart.text("Risk is " + band));
    }
}
