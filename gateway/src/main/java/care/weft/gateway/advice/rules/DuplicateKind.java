package care.weft.gateway.advice.rules;

/** By which rule a repeat was found. The first that holds, in this order. */
public enum DuplicateKind {
    SAME_INSTRUMENT,
    /** Somebody must decide on the repeat by law: what counts are repeated questions, not an assessment that could be spared. */
    OVERLAP_STATUTORY,
    SAME_FAMILY,
    OVERLAP
}
