package care.weft.benchmark;

import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import java.util.ServiceLoader;

/**
 * Makes adapters of kind {@code memory}, which answer as another kind does, from memory after the first time. What the gateway
 * itself costs shows without partner calls. Setting {@code like}: the other kind.
 */
public final class MemoryAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return like(settings).profile(AdapterSettings.NONE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return new MemoryAdapter(like(context.settings())
                .open(new PartnerContext(context.partner(), AdapterSettings.NONE, context.http(), context.clock())));
    }

    private static PartnerAdapterProvider like(AdapterSettings settings) {
        var kind = settings.text("like", "trust");
        return ServiceLoader.load(PartnerAdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Setting 'like' names a kind that is not there"));
    }
}
