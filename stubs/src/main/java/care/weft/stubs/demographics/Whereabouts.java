package care.weft.stubs.demographics;

import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the register holds of where a person is and how to reach them: of restricted people it gives none of it. */
record Whereabouts(Entry entry) {

    ArrayNode telecoms() {
        var last = entry.population().today().minusDays(400).toString();
        var since = entry.since(900);
        return array(
                object(
                        "id",
                        Entry.partId(entry.person(), "telecom/mobile"),
                        "period",
                        period(since, null),
                        "system",
                        "phone",
                        "value",
                        entry.person().phone(),
                        "use",
                        "mobile"),
                entry.one(4)
                        ? object(
                                "id",
                                Entry.partId(entry.person(), "telecom/home"),
                                "period",
                                period(entry.since(3_000), last),
                                "system",
                                "phone",
                                "value",
                                "0161 496 0%03d".formatted(entry.person().position() % 1000),
                                "use",
                                "home")
                        : null,
                object(
                        "id",
                        Entry.partId(entry.person(), "telecom/email"),
                        "period",
                        period(since, null),
                        "system",
                        "email",
                        "value",
                        entry.person().canary() + "@example.org",
                        "use",
                        "home"));
    }

    ArrayNode addresses() {
        var home = entry.person().address();
        return array(
                object(
                        "id",
                        Entry.partId(entry.person(), "address/home"),
                        "period",
                        period(entry.since(2_000), null),
                        "use",
                        "home",
                        "line",
                        array(home.line(), home.area(), "Manchester"),
                        "postalCode",
                        home.postcode()),
                entry.one(6)
                        ? object(
                                "id",
                                Entry.partId(entry.person(), "address/temp"),
                                "period",
                                period(entry.since(800), entry.since(700)),
                                "use",
                                "temp",
                                "text",
                                entry.person().marked("With family while the house was repaired"),
                                "line",
                                array("2 Elsewhere Road", "Stockport"),
                                "postalCode",
                                "SK1 1AA")
                        : null);
    }

    /** Without a name: the register knows practices by their code. */
    ObjectNode practice() {
        return object(
                "id",
                Entry.partId(entry.person(), "practice"),
                "type",
                "Organization",
                "identifier",
                object(
                        "system",
                        Elements.ODS_CODE,
                        "value",
                        entry.person().practice().ods(),
                        "period",
                        period(entry.since(1_500), null)));
    }

    ObjectNode pharmacy() {
        var code = "FZ%03d".formatted(900 + entry.person().position() % 50);
        return ukCoreExtension(
                "NominatedPharmacy",
                "valueReference",
                object("identifier", object("system", Elements.ODS_CODE, "value", code)));
    }
}
