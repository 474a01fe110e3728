package care.weft.gateway.audit;

import org.jspecify.annotations.Nullable;

/**
 * One record that was shown. {@link #toString()} is redacted.
 *
 * @param recordId the partner's id of the record
 * @param version the partner's version of it; null when it has none
 * @param digest of the content that was shown, such as SHA-256 in hexadecimal: tells later whether it was this content;
 *     null when none was taken
 */
public record ReleasedRecord(
        String recordId, @Nullable String version, @Nullable String digest) {

    @Override
    public String toString() {
        return "ReleasedRecord[redacted]";
    }
}
