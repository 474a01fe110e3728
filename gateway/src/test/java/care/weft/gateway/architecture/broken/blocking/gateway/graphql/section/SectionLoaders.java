package care.weft.gateway.architecture.broken.blocking.gateway.graphql.section;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** May wait in one place. */
final class SectionLoaders {

    private SectionLoaders() {}

    static List<String> load(List<CompletableFuture<String>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    static String elsewhere(CompletableFuture<String> answer) {
        return answer.join();
    }
}
