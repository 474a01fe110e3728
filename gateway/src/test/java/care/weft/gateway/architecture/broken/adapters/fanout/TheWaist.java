package care.weft.gateway.architecture.broken.adapters.fanout;

import care.weft.spi.PartnerAdapter;

/** May. */
public record TheWaist(PartnerAdapter adapter) {}
