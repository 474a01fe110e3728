package care.weft.gateway.architecture.broken.redaction.spi.model;

/** Has a toString, but not that one. */
final class Telecom {

    String toString(String prefix) {
        return prefix;
    }
}
