package care.weft.gateway.architecture.broken.modules.gateway;

import care.weft.gateway.architecture.broken.modules.trust.OfAnAdapter;

/** The gateway knows an adapter. */
public record OnTrust(OfAnAdapter used) {}
