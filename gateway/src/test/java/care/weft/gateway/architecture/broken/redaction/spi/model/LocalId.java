package care.weft.gateway.architecture.broken.redaction.spi.model;

/** Redacted. */
record LocalId(String value) {

    @Override
    public String toString() {
        return "LocalId[redacted]";
    }
}
