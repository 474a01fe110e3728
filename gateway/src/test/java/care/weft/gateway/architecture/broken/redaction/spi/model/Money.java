package care.weft.gateway.architecture.broken.redaction.spi.model;

/** Nobody's. */
record Money(String amount) {}
