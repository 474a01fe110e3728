package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Facts about made-up people. */
final class Facts {

    static final PartnerId COUNCIL = new PartnerId("council");

    static final AuditKeys KEYS = AuditKeys.of("a secret of the audit, for tests alone");
    static final String FIELDS = "query{person{assessments{nodes{title}}}}";
    static final AuditRowFormat FORMAT = new AuditRowFormat(KEYS);

    private Facts() {}

    /** A trail without signed heads. */
    static AuditTrail trail(AuditRows rows) {
        return new AuditTrail(rows, KEYS, new HeadFiles(Path.of("no", "such", "directory")));
    }

    static AuditContext context(String requestId) {
        return new AuditContext(
                requestId,
                "caller-1",
                "Zoë O'Brien",
                "https://idp.example",
                List.of("social-worker"),
                "E08000003",
                "TREAT",
                "Overview",
                FIELDS);
    }

    /** A person with a synthetic NHS number; different for each {@code n} from 0. */
    static PersonKey person(int n) {
        return IntStream.range(0, 10)
                .mapToObj(check -> NhsNumber.parse("999%06d%d".formatted(n, check)))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .map(PersonKey::of)
                // Of every eleven bodies one has no check digit.
                .orElseGet(() -> person(n + 500_000));
    }

    static AuditFact disclosure(int n) {
        return new AuditFact.Disclosure(
                person(n),
                List.of(shown(
                        Section.ASSESSMENTS,
                        List.of(
                                new ReleasedRecord("a-" + n, "2", "d".repeat(64)),
                                new ReleasedRecord("b-" + n, null, null)))));
    }

    static AuditFact.Shown shown(Section section, List<ReleasedRecord> records) {
        return new AuditFact.Shown(section, COUNCIL, "ANSWERED", records);
    }

    /** A batch in which one answer waits for its commit. */
    static AuditBatch batchOf(String requestId, int... people) {
        var batch = AuditBatch.open(context(requestId));
        for (int n : people) {
            var _ = batch.release(disclosure(n), "an answer");
        }
        return batch;
    }
}
