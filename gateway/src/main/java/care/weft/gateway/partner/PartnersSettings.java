package care.weft.gateway.partner;

import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.PartnerId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.partners.<id>.*}: the settings of all partners, as written.
 *
 * @param partners by id, in the order of the settings
 */
@ConfigurationProperties("weft")
record PartnersSettings(@DefaultValue Map<String, PartnerSettings> partners) {

    static final String PREFIX = "weft.partners";

    /**
     * Checks them.
     *
     * @return by partner, in the order of the settings; at least one
     * @throws SettingException naming the setting that is missing or wrong
     */
    Map<PartnerId, PartnerSettings> checked() {
        if (partners.isEmpty()) {
            throw new SettingException(
                    PREFIX,
                    "has no partner: the gateway would answer that nothing is recorded",
                    "Describe each partner under " + PREFIX + ".<id>.");
        }
        var checked = new LinkedHashMap<PartnerId, PartnerSettings>();
        partners.forEach((id, partner) -> {
            partner.check(PREFIX + "." + id);
            checked.put(partnerId(id), partner);
        });
        return checked;
    }

    private static PartnerId partnerId(String id) {
        try {
            return new PartnerId(id);
        } catch (IllegalArgumentException wrong) {
            throw new SettingException(
                    PREFIX + "." + id,
                    "is not a partner's id",
                    "Use lower-case letters, digits and hyphens, beginning with a letter.");
        }
    }
}
