package care.weft.stubs.council;

/** What is provided: those of the 27 that these people need. */
enum SocialCareServiceType implements Code {
    C_SS("Carer Sitting Service"),
    CSL("Community Supported Living"),
    DP("Direct Payment"),
    DS("Day Support"),
    EQ("Equipment"),
    HS("Home Support"),
    LTRC("Long Term Residential Care"),
    M("Meals"),
    OLTS("Other Long Term Support"),
    OSTS("Other Short Term Support"),
    PS("Professional Support"),
    R("Reablement"),
    STRC("Short Term Residential Care"),
    TRAN("Transport");

    private final String display;

    SocialCareServiceType(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
