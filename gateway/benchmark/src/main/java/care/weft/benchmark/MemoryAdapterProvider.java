package care.weft.benchmark;

import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import java.util.HashMap;
import java.util.ServiceLoader;

/**
 * Makes adapters of kind {@code memory}, which answer as another kind does, from memory after the first time. What the gateway
 * itself costs shows without partner calls. Settings: {@code like}, the other kind, and
 * those of the other kind.
 */
public final class MemoryAdapterProvider implements PartnerAdapterProvider {

    private static final String LIKE = "like";

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return like(settings).profile(others(settings));
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return MemoryAdapter.of(like(context.settings())
                .open(new PartnerContext(
                        context.partner(), others(context.settings()), context.http(), context.clock())));
    }

    /** The other kind's own settings. */
    private static AdapterSettings others(AdapterSettings settings) {
        var values = new HashMap<>(settings.values());
        values.remove(LIKE);
        return new AdapterSettings(values);
    }

    private static PartnerAdapterProvider like(AdapterSettings settings) {
        var kind = settings.text(LIKE, "trust");
        return ServiceLoader.load(PartnerAdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Setting 'like' names a kind that is not there"));
    }
}
