package care.weft.gateway.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Stops the start, before anything is opened, for what is wrong with the settings under {@code weft} whatever they mean: a key
 * that no settings record of the gateway knows, which would silently leave a default in force, and a variable that is not
 * set, whose name would silently be taken for the value.
 *
 * <p>Environment variables are not checked: platforms make some of their own that begin with {@code WEFT_}.
 */
@Component
final class WrittenSettings implements BeanFactoryPostProcessor {

    private static final String ROOT = "weft";
    private static final ConfigurationPropertyName ROOT_NAME = ConfigurationPropertyName.of(ROOT);
    /** Read by {@code application.yml} itself, before there is any record. */
    private static final KnownKeys.Key PLACE = new KnownKeys.Key(ROOT_NAME.append("place"), false);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check(beans.getBean(Environment.class), records(beans));
    }

    /**
     * Looks at every key that is set.
     *
     * @param records with the prefix of each
     * @throws SettingException for the first that is wrong; names the key, never its value
     */
    static void check(Environment environment, Map<Class<?>, ConfigurationPropertyName> records) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource keys
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                keys.stream().filter(ROOT_NAME::isAncestorOf).forEach(key -> {
                    checkKey(key, source, records);
                    checkVariables(key, source, environment);
                });
            }
        }
    }

    /** The settings records that there will be beans of, with their prefixes. */
    private static Map<Class<?>, ConfigurationPropertyName> records(ConfigurableListableBeanFactory beans) {
        var records = new LinkedHashMap<Class<?>, ConfigurationPropertyName>();
        for (var bean : beans.getBeanDefinitionNames()) {
            var type = beans.getType(bean, false);
            var settings = type == null || !type.isRecord()
                    ? null
                    : AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
            if (settings != null && (settings.prefix() + ".").startsWith(ROOT + ".")) {
                records.put(type, ConfigurationPropertyName.of(settings.prefix()));
            }
        }
        return records;
    }

    private static void checkKey(
            ConfigurationPropertyName written,
            ConfigurationPropertySource source,
            Map<Class<?>, ConfigurationPropertyName> records) {
        var keys = new KnownKeys(written);
        var known = Stream.concat(
                        Stream.of(PLACE),
                        records.entrySet().stream()
                                .flatMap(record -> keys.of(record.getValue(), record.getKey()).stream()))
                .toList();
        if (known.stream().noneMatch(key -> key.covers(written))) {
            var names = known.stream().map(key -> key.name().toString()).toList();
            throw new SettingException(
                    written.toString(),
                    "is not a setting" + origin(source, written),
                    "Did you mean " + Nearest.to(written.toString(), names) + "?");
        }
    }

    private static void checkVariables(
            ConfigurationPropertyName written, ConfigurationPropertySource source, Environment environment) {
        var property = source.getConfigurationProperty(written);
        if (property != null && property.getValue() instanceof CharSequence value) {
            try {
                environment.resolveRequiredPlaceholders(value.toString());
            } catch (PlaceholderResolutionException unset) {
                throw new SettingException(
                        written.toString(),
                        "names '" + unset.getPlaceholder() + "', which is not set" + origin(source, written),
                        "Set that environment variable, or write the value itself.");
            }
        }
    }

    private static String origin(ConfigurationPropertySource source, ConfigurationPropertyName written) {
        var property = source.getConfigurationProperty(written);
        return property == null || property.getOrigin() == null ? "" : " (in " + property.getOrigin() + ")";
    }
}
