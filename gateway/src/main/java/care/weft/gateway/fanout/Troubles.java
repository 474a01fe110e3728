package care.weft.gateway.fanout;

import care.weft.gateway.partner.Partner;
import care.weft.spi.PartnerException;
import care.weft.spi.model.PartnerId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong at partners in one operation: one line in the log for each partner and what it was asked for, not one a person. */
final class Troubles {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private final Set<Trouble> told = ConcurrentHashMap.newKeySet();

    private record Trouble(PartnerId partner, String what) {}

    void tell(Partner partner, String what, PartnerException failed) {
        if (told.add(new Trouble(partner.id(), what))) {
            log.info(
                    "Partner {} did not answer for {}: {} ({})",
                    partner.id(),
                    what,
                    failed.fault(),
                    failed.getMessage());
        }
    }
}
