package care.weft.gateway.advice;

import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.model.CareRecord;

/** A record and the answer that it came in. */
public record Sourced<R extends CareRecord>(R record, SourceAnswer source) {}
