package care.weft.stubs.trust;

/** How a contact takes place, in the codes of UK Core. */
enum Channel {
    IN_PERSON("In-person", "In person"),
    TELEPHONE("Telephone", "Telephone"),
    VIDEO("Video", "Video");

    private final String code;
    private final String display;

    Channel(String code, String display) {
        this.code = code;
        this.display = display;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }
}
