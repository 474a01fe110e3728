package care.weft.stubs.mentalhealth;

/** A team of the trust. Its telephone is from the range that the regulator keeps for drama. */
enum Team {
    OLDER_ADULTS("community mental health team (older adults)", "A06", "0161 496 0417", "Ngozi Achebe"),
    ADULTS("community mental health team (adults)", "A06", "0161 496 0418", "Hamish Rowntree"),
    MEMORY("memory assessment service", "A17", "0161 496 0425", "Catrin Vaughan-Price"),
    HOME_TREATMENT("home-based treatment team", "A02", "0161 496 0430", "Leonie Basson"),
    PSYCHOLOGY("psychological therapies service", "A13", "0161 496 0436", "Tobias Ferreira"),
    LIAISON("hospital liaison service", "A11", "0161 496 0441", "Dr Marisol Keane");

    private final String words;
    private final String type;
    private final String telephone;
    private final String worker;

    Team(String words, String type, String telephone, String worker) {
        this.words = words;
        this.type = type;
        this.telephone = telephone;
        this.worker = worker;
    }

    String localId() {
        return "TM-" + name().replace('_', '-');
    }

    String words() {
        return words;
    }

    /** The code of the data set for its kind. */
    String type() {
        return type;
    }

    String telephone() {
        return telephone;
    }

    String hours() {
        return this == HOME_TREATMENT ? "every day, day and night" : "Monday to Friday, 9 am to 5 pm";
    }

    /** Who of it is met. */
    String worker() {
        return worker;
    }

    String workerId() {
        return "CP-" + name().replace('_', '-');
    }

    String role() {
        return switch (this) {
            case OLDER_ADULTS, ADULTS -> "community psychiatric nurse";
            case MEMORY -> "memory nurse";
            case HOME_TREATMENT -> "crisis practitioner";
            case PSYCHOLOGY -> "clinical psychologist";
            case LIAISON -> "consultant psychiatrist";
        };
    }
}
