package care.weft.stubs.mentalhealth;

import care.weft.stubs.fhir.Json;
import care.weft.stubs.population.Gender;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the trust holds of one patient, table by table, while it is being written down. */
final class Chart {

    private final Registration registration;
    private final LocalDate today;
    private final Map<Table, List<ObjectNode>> rows = new EnumMap<>(Table.class);
    private int written;

    Chart(Registration registration, LocalDate today) {
        this.registration = registration;
        this.today = today;
        writePatient();
    }

    Person person() {
        return registration.person();
    }

    LocalDate today() {
        return today;
    }

    /** Free text, with the mark by which this person's records are known wherever they turn up. */
    String text(String words) {
        return person().marked(words);
    }

    /** An id that is the same in every population. */
    String id(String prefix) {
        var name = "mental-health/" + registration.localPatientId() + "/" + written++;
        var hex = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return prefix + hex.replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    }

    /** One more row; fields are names and values in turn, and a null value is left out. Every row says whose it is. */
    void add(Table table, @Nullable Object... fields) {
        var of = rows.computeIfAbsent(table, any -> new ArrayList<>());
        var row = Json.object(
                "RowNumber",
                of.size() + 1,
                "LocalPatientId",
                registration.localPatientId(),
                "OrgIDProv",
                Organisation.MENTAL_HEALTH.ods(),
                "OrgIDProvName",
                Organisation.MENTAL_HEALTH.name());
        row.setAll(Json.object(fields));
        of.add(row);
    }

    Map<Table, List<ObjectNode>> finished() {
        return Map.copyOf(rows);
    }

    private void writePatient() {
        var person = person();
        add(
                Table.MHS001_MPI,
                "OrgIDLocalPatientId",
                Organisation.MENTAL_HEALTH.ods(),
                "NHSNumber",
                person.nhsNumber(),
                "NHSNumberStatus",
                person.ofTheCrowd() && person.position() % 23 == 0 ? "02" : "01",
                "PersonTitle",
                person.name().prefix(),
                "PersonGivenName",
                person.name().given(),
                "PersonFamilyName",
                person.name().family(),
                "PersonBirthDate",
                person.birthDate().toString(),
                "Gender",
                gender(person.gender()),
                "EthnicCategory",
                person.ethnicity().code(),
                "LanguageCodePreferred",
                person.language().code(),
                "Postcode",
                person.address().postcode(),
                "PersDeathDate",
                "");
        add(
                Table.MHS002_GP,
                "GMPCodeReg",
                person.practice().ods(),
                "GMPCodeRegName",
                person.practice().name(),
                "StartDateGMPRegistration",
                today.minusYears(4).toString(),
                "EndDateGMPRegistration",
                "");
    }

    private static String gender(Gender gender) {
        return switch (gender) {
            case MALE -> "1";
            case FEMALE -> "2";
            case OTHER -> "9";
            case UNKNOWN -> "X";
        };
    }
}
