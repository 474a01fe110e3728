package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.PersonName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes RelatedPersons: who else is in a person's life, and what they do for them. */
final class Relations {

    private final Chart chart;

    Relations(Chart chart) {
        this.chart = chart;
    }

    /** What somebody is to the person, by HL7's role codes. */
    enum Relation {
        DAU("daughter"),
        SON("son"),
        WIFE("wife"),
        HUSB("husband"),
        MTH("mother"),
        NBOR("neighbour");

        private final String display;

        Relation(String display) {
            this.display = display;
        }
    }

    /** A role, with words beside its code where there is more to say. */
    record Role(SocialCareSupportRole role, @Nullable String words) {
        static Role of(SocialCareSupportRole role) {
            return new Role(role, null);
        }
    }

    /**
     * Somebody.
     *
     * @param since as exact as is recorded
     */
    void add(Relation relation, PersonName name, String phone, String since, Role... roles) {
        var related = chart.begin("RelatedPerson", Times.day(since));
        var extensions = related.putArray("extension");
        Arrays.stream(roles).map(this::supportRole).forEach(extensions::add);
        related.put("active", true);
        related.set("patient", chart.patient());
        related.set(
                "relationship",
                array(concept(
                        hl7Coding("v3-RoleCode", relation.name(), relation.display), chart.text(relation.display))));
        related.set("name", array(Elements.humanName("official", chart.text(name.full()), name)));
        related.set("telecom", array(object("system", "phone", "value", phone, "use", "mobile")));
        related.set("period", period(since, null));
        chart.keep(related, null);
    }

    private ObjectNode supportRole(Role role) {
        var words = role.words() == null ? null : chart.text(role.words());
        var type = object(
                "url",
                "supportRoleType",
                "valueCodeableConcept",
                concept(role.role().coding(), words));
        return Interweave.extension("SocialCareSupportRole", "extension", array(type));
    }
}
