package care.weft.gateway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of this node's chain: configured, or made once and kept beside the database. */
final class NodeName {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private NodeName() {}

    /** Blocks for a moment when the name is kept in the directory, which must be there. */
    static String of(@Nullable String configured, Path directory) {
        var name = configured == null ? kept(directory.resolve("node")) : configured;
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A node's name is up to 64 letters, digits, dots, hyphens and underscores:"
                            + " mend weft.audit.node, or the file 'node' in weft.store.directory");
        }
        return name;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, "node-" + UUID.randomUUID(), StandardOpenOption.CREATE_NEW);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
