package care.weft.gateway.architecture.broken.client.http;

/** What partners are called with. */
public record Client() {}
