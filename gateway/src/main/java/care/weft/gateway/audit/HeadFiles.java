package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The second place: a directory of text files, one head a line, a file for each node and month. All methods block. */
final class HeadFiles {

    private static final String ENDING = ".heads";

    private final Path directory;

    HeadFiles(Path directory) {
        this.directory = directory;
    }

    /** Adds a head, and forces it to the disk. */
    void add(Head head) throws IOException {
        Files.createDirectories(directory);
        var month = head.at().atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
        var file = directory.resolve(head.node() + "-" + month + ENDING);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((head.write() + "\n").getBytes(UTF_8)));
            channel.force(true);
        }
    }

    /** Every head of every node; none where there is no directory. A last line that was cut by a kill is left out. */
    List<Head> all() throws IOException {
        var heads = new ArrayList<Head>();
        if (!Files.isDirectory(directory)) {
            return heads;
        }
        try (var files = Files.list(directory)) {
            for (var file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                var text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .map(Head::read)
                        .forEach(heads::add);
            }
        }
        return heads;
    }
}
