package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.gateway.store.AuditRow;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * A signed statement that a node's chain reached as far as this: kept where the database's owner cannot write, it shows what
 * the chain alone cannot, that rows were dropped from its end, or that it was computed anew.
 *
 * @param sequence of the newest row
 * @param hash of that row
 * @param at when that was
 * @param signature over all the others
 */
record Head(String node, long sequence, String hash, Instant at, String signature) {

    private static final JsonWriter<Head> WRITER = JsonWriter.of(members -> {
        members.add("node", Head::node);
        members.add("sequence", Head::sequence);
        members.add("hash", Head::hash);
        members.add("at", head -> head.at().toString());
        members.add("signature", Head::signature);
    });

    static Head of(AuditRow newest, Instant at, HeadSignature signature) {
        return new Head(
                newest.node(),
                newest.sequence(),
                newest.hash(),
                at,
                signature.sign(statement(newest.node(), newest.sequence(), newest.hash(), at)));
    }

    boolean isSignedBy(HeadSignature key) {
        return key.signed(statement(node, sequence, hash, at), signature);
    }

    /** One line of JSON, without the line's end. */
    String write() {
        return WRITER.writeToString(this);
    }

    /** A line that {@link #write} made. */
    static Head read(String line) {
        var members = JsonParserFactory.getJsonParser().parseMap(line);
        return new Head(
                (String) Objects.requireNonNull(members.get("node")),
                ((Number) Objects.requireNonNull(members.get("sequence"))).longValue(),
                (String) Objects.requireNonNull(members.get("hash")),
                Instant.parse((String) Objects.requireNonNull(members.get("at"))),
                (String) Objects.requireNonNull(members.get("signature")));
    }

    private static byte[] statement(String node, long sequence, String hash, Instant at) {
        return "weft-audit-head-1\n%s\n%d\n%s\n%s"
                .formatted(node, sequence, hash, at)
                .getBytes(UTF_8);
    }
}
