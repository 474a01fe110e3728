package care.weft.stubs.council;

/** How national returns group what is provided. */
enum SocialCareServiceCategory implements Code {
    CS_DC("Carer Support: Direct to Carer"),
    CS_SIPC("Carer Support: Support involving the person cared-for"),
    LTS_C("Long Term Support: Community"),
    LTS_RS("Long Term Support: Residential Care"),
    STS_OLL("Short Term Support: Ongoing Low Level"),
    STS_OST("Short Term Support: Other Short Term"),
    STS_STMAX("Short Term Support: ST-Max");

    private final String display;

    SocialCareServiceCategory(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
