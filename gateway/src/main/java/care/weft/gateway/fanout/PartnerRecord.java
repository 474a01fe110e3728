package care.weft.gateway.fanout;

import care.weft.spi.model.NhsNumber;

/** What came of opening one partner's record by the partner's own id. */
public sealed interface PartnerRecord {

    /** It is of someone with this NHS number. */
    record OfNumber(NhsNumber nhsNumber) implements PartnerRecord {}

    /** It is of someone without one. */
    record WithoutNumber(Identified person) implements PartnerRecord {}

    /** The partner has no such record. */
    record NotKnown() implements PartnerRecord {}

    /** The partner could not be asked. */
    record Unanswered(Outcome outcome) implements PartnerRecord {}
}
