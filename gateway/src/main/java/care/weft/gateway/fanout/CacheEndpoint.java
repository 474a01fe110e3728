package care.weft.gateway.fanout;

import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/cache}: lets an operator forget all that this node keeps of one person, such as after a partner has corrected a
 * record. Who it is goes in the body, for addresses are logged.
 */
@Component
@Endpoint(id = "cache")
final class CacheEndpoint {

    private static final Logger log = LoggerFactory.getLogger(CacheEndpoint.class);

    private final Answers answers;
    private final Register register;

    CacheEndpoint(Answers answers, Register register) {
        this.answers = answers;
        this.register = register;
    }

    /**
     * Forgets one person.
     *
     * @param nhsNumber theirs in force, with or without spaces: answers are kept under no other
     * @param partner the one that knows them, and
     * @param localId by which, for someone without a number
     * @return how many answers were forgotten; 400 where it is not said who is meant
     */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> forget(
            @Nullable String nhsNumber, @Nullable String partner, @Nullable String localId) {
        if (nhsNumber != null) {
            return NhsNumber.parse(nhsNumber)
                    .map(number -> {
                        register.forget(number);
                        return forgotten(PersonKey.of(number));
                    })
                    .orElseGet(() -> refused("'nhsNumber' is not a valid NHS number: check its ten digits."));
        }
        if (partner == null || localId == null || localId.isBlank()) {
            return refused("Say who is meant: 'nhsNumber', or 'partner' and 'localId'.");
        }
        try {
            return forgotten(PersonKey.of(new PartnerId(partner), new LocalId(localId)));
        } catch (IllegalArgumentException wrong) {
            return refused("'partner' is not the id of a partner.");
        }
    }

    private WebEndpointResponse<Map<String, Object>> forgotten(PersonKey person) {
        int forgotten = answers.forget(person);
        log.warn("An operator had all forgotten that was kept of one person: {} answers", forgotten);
        return new WebEndpointResponse<>(Map.of("forgotten", forgotten));
    }

    private static WebEndpointResponse<Map<String, Object>> refused(String why) {
        return new WebEndpointResponse<>(Map.of("error", why), WebEndpointResponse.STATUS_BAD_REQUEST);
    }
}
