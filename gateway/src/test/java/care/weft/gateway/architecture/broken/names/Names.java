package care.weft.gateway.architecture.broken.names;

/** Names that say nothing. */
interface Names {

    record ReaderImpl() {}

    record DateUtil() {}

    record DateUtils() {}

    record AuditHelper() {}

    record AuditManager() {}

    record AuditCommon() {}

    /** Begins like one. */
    record Implant() {}
}
