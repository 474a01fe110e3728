package care.weft.gateway.architecture.broken.adapters.graphql;

import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;

/** A resolver asks a partner past the waist. */
public interface CallsAnAdapter {

    void read(PartnerAdapter adapter);

    void locate(Locates adapter);
}
