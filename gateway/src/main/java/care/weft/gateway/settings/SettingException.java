package care.weft.gateway.settings;

import java.io.Serial;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** A setting that the gateway does not start with. Spring Boot prints it as description and action, without a stack trace. */
public final class SettingException extends FailureAnalyzedException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says which and what to do.
     *
     * @param key the whole name of the setting
     * @param problem goes on after the key, such as {@code is missing}
     * @param remedy what to do
     */
    public SettingException(String key, String problem, String remedy) {
        super(key + " " + problem, remedy);
    }
}
