package care.weft.gateway.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.access.*}: who may see what.
 *
 * @param policy where the access rules are written down: {@code classpath:} for those that come with the gateway, {@code file:}
 *     for a place's own
 */
@ConfigurationProperties("weft.access")
record AccessSettings(
        @DefaultValue("classpath:access/policy.yml") String policy) {

    static final String POLICY = "weft.access.policy";
}
