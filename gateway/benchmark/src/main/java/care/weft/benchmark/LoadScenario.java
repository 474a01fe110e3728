package care.weft.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;

/**
 * Puts the gateway under load and prints what it costs and what it keeps of its promises. How to run it is in {@code
 * gateway/benchmark/README.md}.
 */
public final class LoadScenario {

    /** Which load. */
    enum Kind {
        /** Nothing is kept: what one person's view and a list cost beside the floor. */
        COLD,
        /** One partner hangs, one answers 503, one flaps. */
        FAULTS,
        /** One partner hangs, the others are well. */
        HANG,
        /** Up to three times as much as the gateway can do. */
        OVERLOAD,
        /** One person again and again, with and without kept answers. */
        KEPT,
        /** With and without the audit. */
        AUDIT
    }

    private LoadScenario() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var settings = LoadSettings.ofSystemProperties();
        for (var kind : settings.scenarios()) {
            IO.println(report(kind, settings));
        }
    }

    private static Object report(Kind kind, LoadSettings settings) throws IOException, SQLException {
        return switch (kind) {
            case COLD -> ColdScenario.run(settings);
            case FAULTS -> FaultScenario.run(settings, EnumSet.allOf(Trouble.class));
            case HANG -> FaultScenario.run(settings, EnumSet.of(Trouble.HANGS));
            case OVERLOAD -> OverloadScenario.run(settings);
            case KEPT -> KeptScenario.run(settings);
            case AUDIT -> AuditScenario.run(settings);
        };
    }
}
