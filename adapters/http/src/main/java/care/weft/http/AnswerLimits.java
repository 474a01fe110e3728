package care.weft.http;

/**
 * How much of one answer a partner may send: what is more is not read, and the answer is invalid.
 *
 * @param maxBodyBytes how long its body may be, decompressed, 1 or more
 * @param maxHeaderBytes how long its headers may be together, names and values, 1 or more; those after the body again
 * @param maxHeaders how many they may be, 1 or more
 * @param maxRedirects how many redirects of one call are followed, 0 or more
 * @since 0.1.0
 */
public record AnswerLimits(int maxBodyBytes, int maxHeaderBytes, int maxHeaders, int maxRedirects) {

    /** 10 MiB of body, 8 KiB of headers, a hundred of them, three redirects. */
    public static final AnswerLimits STANDARD = new AnswerLimits(10 * 1024 * 1024, 8 * 1024, 100, 3);

    public AnswerLimits {
        if (maxBodyBytes < 1 || maxHeaderBytes < 1 || maxHeaders < 1 || maxRedirects < 0) {
            throw new IllegalArgumentException(
                    "maxBodyBytes, maxHeaderBytes and maxHeaders are 1 or more, maxRedirects is 0 or more");
        }
    }

    public AnswerLimits withMaxBodyBytes(int bytes) {
        return new AnswerLimits(bytes, maxHeaderBytes, maxHeaders, maxRedirects);
    }
}
