package care.weft.gateway.neighbourhood;

import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.Organisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The neighbourhoods of this place. Constant while the gateway runs. */
@Component
@EnableConfigurationProperties(NeighbourhoodsSettings.class)
public final class Neighbourhoods {

    private final List<Neighbourhood> all;
    private final Map<String, Neighbourhood> byPractice = new HashMap<>();

    Neighbourhoods(NeighbourhoodsSettings settings) {
        var made = new ArrayList<Neighbourhood>();
        settings.neighbourhoods().forEach((id, written) -> made.add(neighbourhood(id, written)));
        made.sort(Comparator.comparing(Neighbourhood::name));
        all = List.copyOf(made);
    }

    private Neighbourhood neighbourhood(String id, NeighbourhoodsSettings.Written written) {
        var prefix = NeighbourhoodsSettings.PREFIX + "." + id;
        if (written.name().isBlank()) {
            throw new SettingException(prefix + ".name", "is missing", "Set it to what people call it.");
        }
        var practices = new ArrayList<Organisation>();
        written.practices()
                .forEach((code, name) -> practices.add(new Organisation(code.toUpperCase(Locale.ROOT), name)));
        practices.sort(Comparator.comparing(Organisation::name));
        var made = new Neighbourhood(id, written.name(), practices);
        for (var practice : practices) {
            var other = byPractice.put(String.valueOf(practice.odsCode()), made);
            if (other != null) {
                throw new SettingException(
                        prefix + ".practices." + practice.odsCode(),
                        "is a practice of " + other.name() + " too",
                        "Name each practice in one neighbourhood.");
            }
        }
        return made;
    }

    /** By name. */
    public List<Neighbourhood> all() {
        return all;
    }

    /** The one with this id; empty when there is none. */
    public Optional<Neighbourhood> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The one that a practice belongs to.
     *
     * @param practice its ODS code
     * @return empty when it belongs to none of this place
     */
    public Optional<Neighbourhood> ofPractice(String practice) {
        return Optional.ofNullable(byPractice.get(practice));
    }
}
