package care.weft.gateway.architecture.broken.adapters.partner;

import care.weft.spi.PartnerAdapter;

/** May. */
public record TheOpener(PartnerAdapter adapter) {}
