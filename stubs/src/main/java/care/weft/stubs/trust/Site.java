package care.weft.stubs.trust;

import org.jspecify.annotations.Nullable;

/** Where the trust sees people. */
enum Site {
    ROYAL_INFIRMARY("Manchester Royal Infirmary", "Outpatients B"),
    EYE_HOSPITAL("Manchester Royal Eye Hospital", "Acute referral centre"),
    NORTH_MANCHESTER("North Manchester General Hospital", "Limbert House"),
    WITHINGTON("Withington Community Hospital", "Therapy suite"),
    WYTHENSHAWE("Wythenshawe Hospital", "Outpatients 2"),
    HOME("At home", null);

    private final String hospital;
    private final @Nullable String department;

    Site(String hospital, @Nullable String department) {
        this.hospital = hospital;
        this.department = department;
    }

    String place() {
        return department == null ? hospital : department + ", " + hospital;
    }
}
