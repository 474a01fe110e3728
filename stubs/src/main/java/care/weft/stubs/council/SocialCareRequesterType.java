package care.weft.stubs.council;

/** Who turned to the council. */
enum SocialCareRequesterType implements Code {
    ASCP("Adult Social Care Provider"),
    FFN("Family/Friend/Neighbour"),
    INT("Internal"),
    PCH("Primary Community Health (GP, community based)"),
    S("Self"),
    SH("Secondary Health (A&E, Hospital, OT, Ward, Hospice)"),
    TA("Trusted Assessor");

    private final String display;

    SocialCareRequesterType(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
