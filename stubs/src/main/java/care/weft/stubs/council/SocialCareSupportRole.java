package care.weft.stubs.council;

/** What somebody does for a person. */
enum SocialCareSupportRole implements Code {
    CAR("Carer"),
    CF("Cared For"),
    EC("Emergency Contact"),
    HM("Household Member"),
    LPA("Lasting Power of Attorney"),
    NOK("Next of Kin");

    private final String display;

    SocialCareSupportRole(String display) {
        this.display = display;
    }

    @Override
    public String display() {
        return display;
    }
}
