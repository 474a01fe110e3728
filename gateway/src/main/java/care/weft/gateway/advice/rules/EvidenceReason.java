package care.weft.gateway.advice.rules;

/** Why an assessment or a plan counted or did not. Of each list the first that holds is told, in this order. */
public enum EvidenceReason {
    NOT_COMPLETED,
    /** Not in the catalogue; of plans too. */
    UNKNOWN_INSTRUMENT,
    /** Of somebody else's needs; of plans too. A carer who is not named is nobody. */
    OTHER_SUBJECT,
    /** It is not established whose record it is; of plans too. */
    LINK_NOT_CONFIRMED,
    /** Completed on a day that is not known: its age cannot be told. */
    UNDATED,
    FUTURE,
    CLASS_NEVER,
    CLASS_STATUTORY_EQUIVALENT,
    /** The intended instrument is satisfied by its own family only; of plans too. */
    OTHER_FAMILY,
    EXPIRED,
    /** Something happened since; the evidence names it. */
    CHANGED,
    SETTING,
    NO_TRUST_AGREEMENT,
    EVIDENCE_ONLY,
    /** It counts. */
    OK,

    /** Neither booked nor in progress. */
    NOT_BOOKED,
    OWN_TEAM,
    /** It was announced after the intent: its announcer is told to join. */
    LATER_ANNOUNCEMENT,
    NOT_JOINT,
    /** The person wants to be assessed by one at a time. */
    REFUSES_JOINT,
    /** Too early, too late, or begun too long ago. */
    OUTSIDE_WINDOW,
    OTHER_SETTING,
    TOO_FEW_DOMAINS,
    /** It can be joined. */
    JOINABLE
}
