package care.weft.gateway.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The keys that a settings record knows, read off its components. Ids of maps and places of lists are those of the written
 * key that is looked for.
 */
final class KnownKeys {

    private static final ConfigurationPropertyName FIRST = ConfigurationPropertyName.of("[0]");

    private final ConfigurationPropertyName written;

    KnownKeys(ConfigurationPropertyName written) {
        this.written = written;
    }

    /**
     * A key that may be set.
     *
     * @param open whether anything may follow it, such as a place of a list or the key of a map
     */
    record Key(ConfigurationPropertyName name, boolean open) {

        /** Also what leads to this key: YAML states an empty group by its name alone. */
        boolean covers(ConfigurationPropertyName written) {
            return name.equals(written) || written.isAncestorOf(name) || (open && name.isAncestorOf(written));
        }
    }

    /** The keys of a record below its prefix. */
    List<Key> of(ConfigurationPropertyName prefix, Class<?> settings) {
        return below(prefix, settings).toList();
    }

    private Stream<Key> below(ConfigurationPropertyName prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> at(prefix.append(key(component)), component.getGenericType()));
    }

    private static String key(RecordComponent component) {
        return DataObjectPropertyName.toDashedForm(component.getName());
    }

    private Stream<Key> at(ConfigurationPropertyName name, Type type) {
        return switch (type) {
            case Class<?> settings when settings.isRecord() -> below(name, settings);
            case ParameterizedType several -> each(name, several);
            default -> Stream.of(new Key(name, false));
        };
    }

    private Stream<Key> each(ConfigurationPropertyName name, ParameterizedType several) {
        var element = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
        if (!(element instanceof Class<?> settings && settings.isRecord())) {
            return Stream.of(new Key(name, true));
        }
        int place = name.getNumberOfElements();
        boolean stated = written.getNumberOfElements() > place;
        if (several.getRawType().equals(Map.class)) {
            return stated
                    ? below(name.append(written.subName(place).chop(1)), settings)
                    : Stream.of(new Key(name, false));
        }
        boolean indexed = stated && written.isNumericIndex(place);
        return below(name.append(indexed ? written.subName(place).chop(1) : FIRST), settings);
    }
}
