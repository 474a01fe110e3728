package care.weft.gateway.architecture.broken.modules.trust;

import care.weft.gateway.architecture.broken.modules.http.OfHttp;

/** An adapter brings its own client. */
public record OfAnAdapter(OfHttp used) {}
