package care.weft.gateway.person;

import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.model.Demographics;

/**
 * A value of a person and the record that states it.
 *
 * @param record the partner's record
 * @param source the partner's answer that the record came in
 */
public record Joined<T>(T value, Demographics record, SourceAnswer source) {}
