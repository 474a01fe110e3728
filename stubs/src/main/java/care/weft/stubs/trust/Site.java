package care.weft.stubs.trust;

/** Where the trust sees people. */
enum Site {
    ROYAL_INFIRMARY("Manchester Royal Infirmary", "Outpatients B"),
    EYE_HOSPITAL("Manchester Royal Eye Hospital", "Acute referral centre"),
    NORTH_MANCHESTER("North Manchester General Hospital", "Limbert House"),
    WITHINGTON("Withington Community Hospital", "Therapy suite"),
    WYTHENSHAWE("Wythenshawe Hospital", "Outpatients 2"),
    HOME("At home", "home visit");

    private final String hospital;
    private final String department;

    Site(String hospital, String department) {
        this.hospital = hospital;
        this.department = department;
    }

    String place() {
        return department + ", " + hospital;
    }
}
