package care.weft.gateway.policy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.access.*}: who may see what.
 *
 * @param policy where the access rules are written down: {@code classpath:} for those that come with the gateway, {@code file:}
 *     for a place's own
 * @param staff where the employers' list of staff is, such as {@code file:/etc/weft/staff.csv}; null where none is supplied
 */
@ConfigurationProperties("weft.access")
record AccessSettings(
        @DefaultValue("classpath:access/policy.yml") String policy,
        @Nullable String staff) {

    static final String POLICY = "weft.access.policy";
    static final String STAFF = "weft.access.staff";
}
