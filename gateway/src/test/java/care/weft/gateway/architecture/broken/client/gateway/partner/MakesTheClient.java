package care.weft.gateway.architecture.broken.client.gateway.partner;

import care.weft.gateway.architecture.broken.client.http.Client;

/** May. */
public record MakesTheClient(Client client) {}
