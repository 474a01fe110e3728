package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How far one node's chain has been checked.
 *
 * @param sequence of the last row that was right
 * @param hash of that row
 * @param heads signed ones, by the sequence of the row that they name
 * @param compared how many heads were held against their row
 * @param broken null as long as nothing was wrong
 */
record ChainCheck(
        String node,
        long sequence,
        String hash,
        SortedMap<Long, Head> heads,
        HeadSignature signature,
        long compared,
        boolean ended,
        Verification.@Nullable Broken broken) {

    static ChainCheck begin(String node, SortedMap<Long, Head> heads, HeadSignature signature) {
        return new ChainCheck(node, 0, HashChain.START, heads, signature, 0, false, null);
    }

    ChainCheck past(AuditRow row) {
        if (row.sequence() != sequence + 1) {
            return broken("The row is missing");
        }
        if (!row.previous().equals(hash)) {
            return broken("The row does not follow from the one before it");
        }
        if (PurgedRow.is(row)) {
            if (!PurgedRow.isSigned(row, signature)) {
                return broken("The row says that it was purged, and this audit did not sign that");
            }
        } else if (!row.hash().equals(HashChain.hash(row))) {
            return broken("The row was changed");
        }
        var head = heads.get(row.sequence());
        if (head != null && !head.hash().equals(row.hash())) {
            return broken("The chain is another than the one that was signed");
        }
        return new ChainCheck(
                node,
                row.sequence(),
                row.hash(),
                heads,
                signature,
                head == null ? compared : compared + 1,
                false,
                null);
    }

    /** There are no more rows. */
    ChainCheck end() {
        return !heads.isEmpty() && heads.lastKey() > sequence
                ? broken("Rows are missing at the end: it was signed that there are " + heads.lastKey())
                : new ChainCheck(node, sequence, hash, heads, signature, compared, true, null);
    }

    Verification found() {
        return broken == null ? new Verification.Intact(sequence, compared) : broken;
    }

    private ChainCheck broken(String reason) {
        return new ChainCheck(
                node,
                sequence,
                hash,
                heads,
                signature,
                compared,
                true,
                new Verification.Broken(node, sequence + 1, reason));
    }
}
