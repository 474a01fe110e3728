package care.weft.gateway.graphql;

/** A defect in words fit for a log: where it arose, without its message, which may hold personal data. */
final class Defect {

    private Defect() {}

    static String describe(Throwable defect) {
        var trace = defect.getStackTrace();
        return defect.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
