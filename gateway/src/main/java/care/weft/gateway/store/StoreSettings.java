package care.weft.gateway.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the gateway keeps its durable state: {@code weft.store.*}.
 *
 * @param directory of the embedded database and of this node's name; made, for its owner only, where it is missing
 * @param url R2DBC URL of another database instead of the embedded one; an H2 URL must set {@code ?options=WRITE_DELAY=0}
 * @param jdbcUrl JDBC URL of that same database, for its migrations; given with {@code url}, never alone
 * @param username null where the URL needs none
 * @param password null where the URL needs none
 */
@ConfigurationProperties("weft.store")
public record StoreSettings(
        @DefaultValue(".weft/store") Path directory,
        @Nullable String url,
        @Nullable String jdbcUrl,
        @Nullable String username,
        @Nullable String password) {

    public StoreSettings {
        if ((url == null) != (jdbcUrl == null)) {
            throw new IllegalArgumentException("weft.store.url and weft.store.jdbc-url name the same database for two"
                    + " drivers: set both, or neither for the embedded database");
        }
    }

    /** The embedded database in a directory. */
    public static StoreSettings embedded(Path directory) {
        return new StoreSettings(directory, null, null, null, null);
    }

    @Override
    public String toString() {
        return "StoreSettings[directory=" + directory + ", embedded=" + (url == null) + "]";
    }
}
