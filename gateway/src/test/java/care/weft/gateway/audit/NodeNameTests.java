package care.weft.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeNameTests {

    @TempDir
    Path directory;

    @Test
    void madeNameIsKept() {
        var name = NodeName.of(null, directory);

        assertThat(name).startsWith("node-");
        assertThat(NodeName.of(null, directory)).isEqualTo(name);
    }

    @Test
    void configuredNameWinsAndIsNotKept() {
        assertThat(NodeName.of("bury-2", directory)).isEqualTo("bury-2");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nameThatIsNoneIsRefusedWithItsRemedy() throws IOException {
        Files.writeString(directory.resolve("node"), "two words\n");

        assertThatThrownBy(() -> NodeName.of(null, directory)).hasMessageContaining("weft.audit.node");
        assertThatThrownBy(() -> NodeName.of("", directory)).hasMessageContaining("weft.audit.node");
    }
}
