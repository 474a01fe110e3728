package care.weft.http;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The body of one answer while it comes in. */
final class Body {

    /** However much a header promises, no more is set aside before it comes. */
    private static final int FIRST = 64 * 1024;

    private final int limit;
    private byte[] bytes;
    private int length;

    /**
     * @param expected how long it will probably be
     * @param limit how long it may be
     */
    Body(int expected, int limit) {
        this.limit = limit;
        bytes = new byte[Math.min(Math.min(expected, FIRST), limit)];
    }

    /** @throws PartnerException when the body is now longer than it may be */
    void add(ByteBuf part) {
        int size = part.readableBytes();
        if (size > limit - length) {
            throw tooLarge(limit);
        }
        if (size > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(length + size, 2L * bytes.length)));
        }
        part.readBytes(bytes, length, size);
        length += size;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    static PartnerException tooLarge(int limit) {
        return new PartnerException(Fault.INVALID_ANSWER, "body is larger than " + limit + " bytes");
    }
}
