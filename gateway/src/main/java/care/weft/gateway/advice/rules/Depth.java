package care.weft.gateway.advice.rules;

/** How deeply a domain is asked about, the shallowest first. */
public enum Depth {
    SCREENING,
    OVERVIEW,
    IN_DEPTH,
    SPECIALIST;

    /** Whether it is as deep as another, or deeper. */
    public boolean reaches(Depth other) {
        return compareTo(other) >= 0;
    }
}
