package care.weft.gateway.partner;

import care.weft.spi.AdapterProfile;
import care.weft.spi.Endpoint;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.model.Contact;
import care.weft.spi.model.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * One configured partner, ready to be asked.
 *
 * @param name as people know it
 * @param kind of its adapter
 * @param contact whom to ring when it does not answer
 * @param profile of its adapter
 * @param endpoint where it is asked
 * @param pulse what is known of its health
 */
public record Partner(
        PartnerId id,
        String name,
        String kind,
        @Nullable String odsCode,
        @Nullable Contact contact,
        AdapterProfile profile,
        PartnerAdapter adapter,
        Endpoint endpoint,
        Pulse pulse) {

    /** By the latest call. */
    public PartnerHealth health() {
        return pulse.health();
    }

    /** Whether an operator has switched it off, at this node: it is then not asked. */
    public boolean isSwitchedOff() {
        return pulse.isSwitchedOff();
    }

    /** To be told after every call that the partner answered, whatever the answer was. */
    public void answered() {
        pulse.answered();
    }

    /** To be told after every call that failed as a whole. */
    public void failed() {
        pulse.failed();
    }
}
