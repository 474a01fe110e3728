package care.weft.gateway.fanout;

import care.weft.gateway.partner.Partner;
import care.weft.spi.PresentedIdentity;

/** In whose name a partner is asked. */
enum Authority {
    /** The user's, for all that is asked for their sake: who the person is, and what they are shown. */
    USER,
    /** The gateway's own, for what is read to decide access: it is shown to nobody. */
    GATEWAY;

    /** The same as far as a partner can tell. To one that never sees the user it is always the gateway that asks. */
    Authority asSeenBy(Partner partner) {
        return partner.profile().identity() == PresentedIdentity.USER ? this : GATEWAY;
    }
}
