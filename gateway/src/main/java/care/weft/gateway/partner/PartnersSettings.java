package care.weft.gateway.partner;

import care.weft.spi.model.PartnerId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/** The settings of all partners: {@code weft.partners}. */
final class PartnersSettings {

    static final String PREFIX = "weft.partners";

    private PartnersSettings() {}

    /**
     * Reads and checks them.
     *
     * @return by partner, in the order of the settings; at least one
     * @throws SettingException naming the setting that is missing, wrong or unknown
     */
    static Map<PartnerId, PartnerSettings> read(Environment environment) {
        var bound = bound(environment);
        if (bound.isEmpty()) {
            throw new SettingException(
                    PREFIX,
                    "has no partner: the gateway would answer that nothing is recorded",
                    "Describe each partner under " + PREFIX + ".<id>.");
        }
        var settings = new LinkedHashMap<PartnerId, PartnerSettings>();
        bound.forEach((id, partner) -> {
            partner.check(PREFIX + "." + id);
            settings.put(partnerId(id), partner);
        });
        return settings;
    }

    private static Map<String, PartnerSettings> bound(Environment environment) {
        var noUnknownKeys = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        try {
            return Binder.get(environment, noUnknownKeys)
                    .bind(PREFIX, Bindable.mapOf(String.class, PartnerSettings.class))
                    .orElseGet(Map::of);
        } catch (BindException failed) {
            if (failed.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
                throw unknown(unknown);
            }
            throw failed;
        }
    }

    private static SettingException unknown(UnboundConfigurationPropertiesException unknown) {
        var property = unknown.getUnboundProperties().iterator().next();
        var name = property.getName();
        var key = name.subName(3).toString();
        var origin = property.getOrigin() == null ? "" : " (in " + property.getOrigin() + ")";
        var nearest = Nearest.to(key, keys("", PartnerSettings.class));
        return new SettingException(
                name.toString(), "is not a setting" + origin, "Did you mean " + name.chop(3) + "." + nearest + "?");
    }

    /** The keys below a partner's id. */
    static List<String> keys(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> keys(prefix, component))
                .toList();
    }

    private static Stream<String> keys(String prefix, RecordComponent component) {
        var key = prefix + DataObjectPropertyName.toDashedForm(component.getName());
        return component.getType().isRecord() ? keys(key + ".", component.getType()).stream() : Stream.of(key);
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
