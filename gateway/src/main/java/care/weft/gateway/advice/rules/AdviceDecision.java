package care.weft.gateway.advice.rules;

/** What is advised. It is advice: nothing is cancelled, and going ahead always takes one action. */
public enum AdviceDecision {
    /** What is there will do, once the person has confirmed that nothing changed. */
    REUSE,
    /** Somebody else is about to assess, or at it: do it together. */
    JOIN,
    /** Ask only what is left. */
    TOP_UP,
    /** Do it. */
    PROCEED,
    /** The person has died. */
    STOP
}
