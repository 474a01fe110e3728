package care.weft.gateway.architecture.broken.arrows.audit;

import care.weft.gateway.architecture.broken.arrows.fanout.OfFanout;

/** The audit looks into answers. */
public record OfAudit(OfFanout used) {}
