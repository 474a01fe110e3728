package care.weft.gateway.architecture.broken.redaction.spi.model;

/** Prints the number. */
record NhsNumber(String value) {}
