package care.weft.gateway.access;

import care.weft.spi.model.PersonKey;

/** Who may see who looked at a record, beside those whose duty it is ({@link Duty#READ_AUDIT}). */
public final class AuditReaders {

    private AuditReaders() {}

    /** The person themself sees who looked at their record. */
    public static boolean mayReadHistory(Caller caller, PersonKey person) {
        return caller.roles().contains(CallerRole.PERSON)
                && caller.self() != null
                && PersonKey.of(caller.self()).equals(person);
    }
}
