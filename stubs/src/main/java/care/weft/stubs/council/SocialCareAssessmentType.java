package care.weft.stubs.council;

/** What is assessed, or how. */
enum SocialCareAssessmentType implements Code {
    CN("Care Act Needs Assessment"),
    CA("Carers Assessment"),
    HD("Hospital Discharge Assessment"),
    MH("Mental Health Assessment"),
    OT("Occupational Therapy Assessment"),
    RA("Reablement Assessment"),
    SA("Social Assessment"),
    EOL("End of Life Assessment"),
    OTH("Other");

    private final String display;

    SocialCareAssessmentType(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
