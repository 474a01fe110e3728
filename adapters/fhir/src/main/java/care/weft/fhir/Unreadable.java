package care.weft.fhir;

import java.io.Serial;

/** One resource that cannot be read as what it should be. It costs that resource alone: see {@link Bundle#map}. */
public final class Unreadable extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason names fields, never values, for it is logged: {@code start is missing} */
    public Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** The value, unless it is null. */
    public static <T> T unlessMissing(@org.jspecify.annotations.Nullable T value, String field) throws Unreadable {
        if (value == null) {
            throw new Unreadable(field + " is missing or not readable");
        }
        return value;
    }
}
