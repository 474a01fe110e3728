package care.weft.stubs.council;

/** Why somebody turned to the council: those of the 40 that these people need. */
enum SocialCareContactReason implements Code {
    AEI("Adaptation/ Equipment Issue"),
    CFW("Concern for Welfare"),
    HD("Hospital Discharge"),
    PUI("Providing Update/ Information"),
    R_IPC("Reporting an Issue with a Package of Care"),
    REQ_AE("Request for Adaptation/Equipment"),
    REQ_ASS("Request for Assessment"),
    REQ_CS("Request for Carers Services"),
    REQ_R("Request for Review"),
    TRAN("Transport");

    private final String display;

    SocialCareContactReason(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
