package care.weft.gp;

import care.weft.spi.model.Section;
import java.util.Optional;

/** What a practice's systems can be able to do, each found by the directory under its own interaction. */
enum Capability {
    FOUNDATIONS(Interaction.FIND_PATIENT),
    APPOINTMENTS(Interaction.PATIENT_APPOINTMENTS),
    STRUCTURED(Interaction.STRUCTURED_RECORD);

    private final Interaction interaction;

    Capability(Interaction interaction) {
        this.interaction = interaction;
    }

    /**
     * What a section is read with.
     *
     * @throws IllegalArgumentException for a section that practices do not have
     */
    static Capability of(Section section) {
        return switch (section) {
            case DEMOGRAPHICS -> FOUNDATIONS;
            case APPOINTMENTS -> APPOINTMENTS;
            case REFERRALS, ASSESSMENTS -> STRUCTURED;
            case CARE_PACKAGES, STAYS, RELATIONSHIPS, INVOLVEMENTS ->
                throw new IllegalArgumentException("GP practices offer no " + section);
        };
    }

    /** The interaction by which the directory knows it. */
    Interaction interaction() {
        return interaction;
    }

    /** The name of a practice's endpoint for it, such as {@code P99001-structured}. */
    String endpointId(String practice) {
        return practice + suffix();
    }

    /** The practice whose endpoint for this has this name; empty when it is the name of something else. */
    Optional<String> practice(String endpointId) {
        return Optional.of(endpointId)
                .filter(id -> id.endsWith(suffix()))
                .map(id -> id.substring(0, id.length() - suffix().length()));
    }

    private String suffix() {
        return switch (this) {
            case FOUNDATIONS -> "-foundations";
            case APPOINTMENTS -> "-appointments";
            case STRUCTURED -> "-structured";
        };
    }
}
