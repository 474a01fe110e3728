package care.weft.gateway.fanout;

import care.weft.gateway.partner.Partner;

/** How an answer came about. */
public enum Freshness {
    /** Read for this operation, from the partner's living system. */
    LIVE,
    /** Read a short while ago for somebody who may see the same. */
    CACHED,
    /** Read a while ago, and shown because the partner does not answer now. */
    STALE,
    /** Read from a copy of the partner's system. */
    EXTRACT;

    /** Of an answer that just came. */
    static Freshness of(Partner partner) {
        return switch (partner.profile().source()) {
            case LIVE -> LIVE;
            case EXTRACT -> EXTRACT;
        };
    }

    /** Of the same answer, when it serves another operation. */
    Freshness kept() {
        return switch (this) {
            case LIVE, CACHED -> CACHED;
            case EXTRACT -> EXTRACT;
            case STALE -> STALE;
        };
    }
}
