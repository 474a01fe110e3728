package care.weft.gateway.partner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/partners}: lets an operator switch a partner off and on again without a restart, at this node, until it stops. A
 * partner that is switched off is not asked; lists that it could hold records of are incomplete, and say why.
 */
@Component
@Endpoint(id = "partners")
final class PartnersEndpoint {

    private static final Logger log = LoggerFactory.getLogger(PartnersEndpoint.class);

    private final Partners partners;

    PartnersEndpoint(Partners partners) {
        this.partners = partners;
    }

    /** Every partner and how it is. */
    @ReadOperation
    Map<String, PartnerHealthState> all() {
        var states = new LinkedHashMap<String, PartnerHealthState>();
        partners.all()
                .forEach(partner ->
                        states.put(partner.id().value(), partner.health().state()));
        return states;
    }

    /**
     * Switches one.
     *
     * @return how it is then; 404 when there is no such partner
     */
    @WriteOperation
    WebEndpointResponse<Map<String, PartnerHealthState>> switchTo(@Selector String partner, boolean on) {
        for (var each : partners.all()) {
            if (each.id().value().equals(partner)) {
                each.pulse().switchTo(on);
                log.warn("Partner {} was switched {} by an operator", each.id(), on ? "on" : "off");
                return new WebEndpointResponse<>(
                        Map.of(each.id().value(), each.health().state()));
            }
        }
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }
}
