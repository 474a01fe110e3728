package care.weft.stubs.gp;

import care.weft.stubs.population.Population;
import care.weft.stubs.population.Practice;
import java.util.Map;
import java.util.stream.Collectors;

/** One practice as a system on the Spine: its address, its number there, and what it has turned off. */
record Surgery(Practice practice) {

    /** Has turned off the appointments capability. */
    static final String WITHOUT_APPOINTMENTS = "P99013";

    /** Has turned off one clinical area of its records, uncategorised data. */
    static final String WITHOUT_UNCATEGORISED_DATA = "P99024";

    static Map<String, Surgery> of(Population population) {
        return population.neighbourhoods().stream()
                .flatMap(neighbourhood -> neighbourhood.practices().stream())
                .collect(Collectors.toUnmodifiableMap(Practice::ods, Surgery::new, (one, other) -> one));
    }

    String ods() {
        return practice.ods();
    }

    /** The number in its code. */
    int number() {
        return Integer.parseInt(ods().substring(1));
    }

    /** Twelve digits. */
    String asid() {
        return "2000000" + number();
    }

    String partyKey() {
        return ods() + "-8" + number();
    }

    String path() {
        return "/" + ods() + "/STU3/1/gpconnect/";
    }

    boolean answers(Interaction interaction) {
        return interaction != Interaction.PATIENT_APPOINTMENTS || !ods().equals(WITHOUT_APPOINTMENTS);
    }

    boolean sharesUncategorisedData() {
        return !ods().equals(WITHOUT_UNCATEGORISED_DATA);
    }
}
