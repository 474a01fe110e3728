package care.weft.gateway.graphql;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of partner that the API names; an adapter from outside may be of any other. */
public enum PartnerKind {
    DEMOGRAPHICS,
    COUNCIL,
    TRUST,
    GP,
    MENTAL_HEALTH,
    OTHER;

    /** Of an adapter's kind, such as {@code mental-health}. */
    public static PartnerKind of(String kind) {
        var name = kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
