package care.weft.gateway.fanout;

import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import java.util.Map;

/**
 * A person and how they are tied to each partner's records.
 *
 * @param links one for every configured partner
 */
public record Identified(PersonKey person, NhsNumber nhsNumber, Map<PartnerId, Link> links) {

    public Identified {
        links = Map.copyOf(links);
    }

    public Link link(PartnerId partner) {
        var link = links.get(partner);
        if (link == null) {
            throw new IllegalStateException("No link was established to partner " + partner);
        }
        return link;
    }
}
