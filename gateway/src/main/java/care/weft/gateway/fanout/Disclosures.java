package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.RecordDigest;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.spi.model.PersonKey;
import java.util.List;

/** What the audit keeps of an answer: which records of whom and their digests, never what is in them. */
final class Disclosures {

    private Disclosures() {}

    /** Partners that have no such section are left out: nothing of the person was shown or withheld there. */
    static AuditFact of(PersonKey person, List<SourceAnswer> sources, RecordDigest digest) {
        return new AuditFact.Disclosure(
                person,
                sources.stream()
                        .filter(source -> source.outcome() != Outcome.NOT_OFFERED)
                        .map(source -> shown(source, digest))
                        .toList());
    }

    private static AuditFact.Shown shown(SourceAnswer source, RecordDigest digest) {
        return new AuditFact.Shown(
                source.section(),
                source.partner().id(),
                source.outcome().name(),
                source.entries().stream()
                        .map(entry -> new ReleasedRecord(
                                entry.source().recordId(), entry.source().version(), digest.of(entry)))
                        .toList());
    }
}
