package care.weft.gateway.audit;

/** What kind of thing an event tells of. */
public enum AuditKind {
    /** A person's record was shown. */
    DISCLOSURE,
    /** Access was refused. */
    DENIAL,
    /** The gateway asked a partner, in its own name, who the person is. */
    LOOKUP,
    /** Advice on an intended assessment was given. */
    ADVICE,
    /** Something was written here about a person, such as an announcement, an objection or an opening. */
    WRITTEN,
    /** Something was searched that is of several people, or of who looked. */
    SEARCH,
    /** Somebody must look at it: a glass was broken, a partner broke the contract, or a user did what alerts. */
    SECURITY_EVENT;

    static AuditKind of(AuditFact fact) {
        return switch (fact) {
            case AuditFact.Disclosure _ -> DISCLOSURE;
            case AuditFact.Denial _ -> DENIAL;
            case AuditFact.Lookup _ -> LOOKUP;
            case AuditFact.Written _ -> WRITTEN;
            case AuditFact.Advice _ -> ADVICE;
            case AuditFact.Search _ -> SEARCH;
            case AuditFact.SecurityEvent _ -> SECURITY_EVENT;
            case AuditFact.Purged(var kind) -> kind;
        };
    }
}
