package care.weft.gateway.architecture.broken.client.gateway.fanout;

import care.weft.gateway.architecture.broken.client.http.Client;

/** The waist calls a partner past its adapter. */
public record MakesAClient(Client client) {}
