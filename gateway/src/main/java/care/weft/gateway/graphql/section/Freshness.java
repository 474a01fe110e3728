package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.SourceAnswer;

/** How an answer came about. */
enum Freshness {
    LIVE,
    CACHED,
    STALE,
    EXTRACT;

    static Freshness of(SourceAnswer source) {
        return switch (source.partner().profile().source()) {
            case LIVE -> source.kept() ? CACHED : LIVE;
            case EXTRACT -> EXTRACT;
        };
    }
}
