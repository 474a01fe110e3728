package care.weft.stubs.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One answer as its bytes. The stubs always declare a length; an answer without one ends with its connection.
 *
 * @param head status line and headers, with the empty line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody else's
record HttpAnswer(byte[] head, byte[] body) {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    /** Reads the next answer; null when there is no further one. */
    static @Nullable HttpAnswer read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != END_OF_HEAD) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            lastFour = lastFour << 8 | next;
        }
        var length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
        var body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
        return new HttpAnswer(head.toByteArray(), body);
    }
}
