package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import tools.jackson.databind.node.ObjectNode;

/** Who works at a practice: one person of each job. */
enum Staff {
    GP(
            "R0260",
            "General Medical Practitioner",
            "Dr Imelda Rowntree, Dr Nikhil Barua, Dr Osian Pugh, Dr Teresa Lindqvist, Dr Kwame Asante"),
    PRACTICE_NURSE(
            "R0600",
            "Practice Nurse",
            "Sister Moira Catterall, Nurse Lorraine Haslam, Nurse Femi Adebayo, Nurse Judith Birtwistle"),
    HEALTHCARE_ASSISTANT("R1480", "Healthcare Assistant", "Ms Carly Openshaw, Mr Dean Rigby, Ms Uzma Farooq"),
    PHARMACIST("R1290", "Pharmacist", "Ms Priya Venkatesan, Mr Gareth Duxbury, Ms Helena Sikora");

    private final String code;
    private final String job;
    private final String names;

    Staff(String code, String job, String names) {
        this.code = code;
        this.job = job;
        this.names = names;
    }

    String id(Surgery surgery) {
        return GpChart.stableId("practitioner/" + surgery.ods() + "/" + name());
    }

    ObjectNode job() {
        return Elements.coding("https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1", code, job);
    }

    /** @param id what it is known by in the answer that it stands in */
    ObjectNode practitioner(Surgery surgery, String id) {
        var all = names.split(", ", -1);
        var parts = all[surgery.number() % all.length].split(" ", -1);
        return object(
                "resourceType",
                "Practitioner",
                "id",
                id,
                "meta",
                GpChart.meta(GpChart.CARE_CONNECT + "Practitioner-1"),
                "name",
                array(object("use", "usual", "family", parts[2], "given", array(parts[1]), "prefix", array(parts[0]))));
    }

    ObjectNode role(Surgery surgery) {
        return object(
                "resourceType",
                "PractitionerRole",
                "id",
                GpChart.stableId("role/" + surgery.ods() + "/" + name()),
                "meta",
                GpChart.meta(GpChart.CARE_CONNECT + "PractitionerRole-1"),
                "practitioner",
                Elements.reference("Practitioner", id(surgery)),
                "organization",
                Elements.reference("Organization", People.practiceId(surgery)),
                "code",
                array(Elements.concept(job(), null)));
    }
}
