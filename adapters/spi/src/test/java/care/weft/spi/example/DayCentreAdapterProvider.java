package care.weft.spi.example;

import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.util.Map;
import java.util.Set;

/** Makes adapters of kind {@code day-centre}. Setting: {@code max-concurrent-calls} (4). */
public final class DayCentreAdapterProvider implements PartnerAdapterProvider {

    private static final Set<String> SETTINGS = Set.of("max-concurrent-calls");

    @Override
    public String kind() {
        return "day-centre";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        for (var key : settings.values().keySet()) {
            if (!SETTINGS.contains(key)) {
                throw new IllegalArgumentException("Setting '" + key + "' is unknown: a day centre knows " + SETTINGS);
            }
        }
        return new AdapterProfile(
                Map.of(Section.APPOINTMENTS, StandardWindow.TWO_YEARS_BACK),
                LookupKey.NHS_NUMBER,
                1, // person per call
                settings.number("max-concurrent-calls", 4, 1),
                0, // calls per second: no limit
                DataSource.LIVE,
                PresentedIdentity.SERVICE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return new DayCentreAdapter(context.http());
    }
}
