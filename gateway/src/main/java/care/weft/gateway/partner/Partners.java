package care.weft.gateway.partner;

import care.weft.spi.model.PartnerId;
import java.util.List;
import java.util.Optional;

/**
 * The partners of this place. Constant while the gateway runs.
 *
 * @param all in the order of the settings
 */
public record Partners(List<Partner> all) {

    public Partners {
        all = List.copyOf(all);
    }

    public Optional<Partner> find(PartnerId id) {
        return all.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }
}
