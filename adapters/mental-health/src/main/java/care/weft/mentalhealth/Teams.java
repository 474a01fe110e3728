package care.weft.mentalhealth;

import care.weft.spi.model.Coding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which team a row is about: by the trust's own name for it, else by the kind of team. */
final class Teams {

    static final String KIND = "ServTeamTypeRefToMH";

    private static final String TEAM = "CareProfTeamLocalId";

    private Teams() {}

    /** The kind of the first of these that states one, under the first name that any of them gives. */
    static @Nullable Coding service(List<Row> rows) {
        var kind = rows.stream().filter(row -> row.text(KIND) != null).findFirst();
        var name = name(rows);
        var coding = kind.map(row -> row.coding(KIND)).orElse(null);
        if (name == null) {
            return coding;
        }
        return coding == null ? Coding.text(name) : new Coding(coding.system(), coding.code(), name);
    }

    static @Nullable String name(List<Row> rows) {
        for (var row : rows) {
            var words = row.words(TEAM);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    /** For the middle of a title: {@code Memory service} becomes {@code memory service}. */
    static String inATitle(Coding service) {
        var words = service.display();
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
