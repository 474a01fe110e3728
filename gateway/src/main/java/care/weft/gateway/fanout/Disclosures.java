package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.spi.model.PersonKey;

/** What the audit keeps of a partner's answer: which records, never what is in them. */
final class Disclosures {

    private Disclosures() {}

    static AuditFact of(PersonKey person, SourceAnswer source) {
        return new AuditFact.Disclosure(
                person,
                source.section(),
                source.partner().id(),
                source.outcome().name(),
                source.entries().stream()
                        .map(entry -> new ReleasedRecord(
                                entry.source().recordId(), entry.source().version(), null))
                        .toList());
    }
}
