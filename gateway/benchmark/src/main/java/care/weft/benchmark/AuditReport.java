package care.weft.benchmark;

import java.util.List;

/**
 * What auditing costs.
 *
 * @param written bytes that the auditing gateway handed to the disk, in all rounds
 */
record AuditReport(LoadSettings settings, List<Scene.Round> audited, List<Scene.Round> unaudited, long written) {

    @Override
    public String toString() {
        var with = Figure.of("audited", audited);
        var without = Figure.of("not audited", unaudited);
        return """
                audit: one person's view, its audit durable before it is answered, and not stored at all
                %s
                medians of %d rounds, %.1f s each; %d clients; the register's word is kept for %s

                                      requests      per s   p50 ms   p99 ms   CPU ms each  partner calls  different
                %s%s
                audited : not audited per s %.2f, p50 %.2f, p99 %.2f, CPU %.2f
                written to disk       %.0f kB for one request
                audited: %s
                not audited: %s
                """.formatted(
                        Machine.describe(settings),
                        settings.rounds(),
                        settings.seconds(),
                        settings.clients(),
                        settings.keep(),
                        with.row(),
                        without.row(),
                        with.perSecond() / without.perSecond(),
                        with.p50Millis() / without.p50Millis(),
                        with.p99Millis() / without.p99Millis(),
                        with.cpuMillis() / without.cpuMillis(),
                        written / 1e3 / with.requests(),
                        Machine.busy(settings, audited),
                        Machine.busy(settings, unaudited));
    }
}
