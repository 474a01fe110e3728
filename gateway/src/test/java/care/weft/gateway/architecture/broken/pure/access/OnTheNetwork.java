package care.weft.gateway.architecture.broken.pure.access;

import java.net.http.HttpClient;

/** A decision that asks somebody else. */
public record OnTheNetwork(HttpClient client) {}
