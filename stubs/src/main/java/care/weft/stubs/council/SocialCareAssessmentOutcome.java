package care.weft.stubs.council;

/** What came of an assessment: those of the 22 that these people need. */
enum SocialCareAssessmentOutcome implements Code {
    PRO_R("Progress to Reablement/ST-Max"),
    PRO_ASS("Progress to Assessment"),
    PRO_SUP("Progress to Support Planning / Services"),
    NCP("No change in package"),
    NFA_IA("NFA - Information & Advice / Signposting only"),
    NFA_SD("NFA - Support declined"),
    POS("Provision of service");

    private final String display;

    SocialCareAssessmentOutcome(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
