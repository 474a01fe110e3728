package care.weft.gateway.access;

/** How a caller, in one of their roles, stands to the person whom they ask for. */
public enum LegitimateRelationship {
    /** It is the caller. */
    SELF,
    /** The caller acts for the person. */
    PROXY,
    /** The caller's team is involved in the person's care now, or was lately. */
    DIRECT,
    /** The caller's organisation knows the person, and the caller has stated a reason. */
    ORGANISATIONAL,
    /** There is none: the caller has opened this one record for a stated reason and a limited time. */
    BREAK_GLASS,
    /** There is none. */
    NONE
}
