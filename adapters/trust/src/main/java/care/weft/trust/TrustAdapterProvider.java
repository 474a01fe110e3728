package care.weft.trust;

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

/**
 * Makes adapters of kind {@code trust}, for hospital trusts that speak FHIR R4 with UK Core profiles.
 *
 * <p>Settings, all optional: {@code page-size} (50), matches asked for in one page; {@code max-pages} (20), pages read of one
 * search; {@code max-concurrent-calls} (8); {@code open-in}, an address of the trust's own system in which {@code {type}} and
 * {@code {id}} stand for a record's kind and id, such as {@code https://viewer.example.nhs.uk/open/{type}/{id}}.
 */
public final class TrustAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "trust";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return new AdapterProfile(
                Map.of(
                        Section.DEMOGRAPHICS, StandardWindow.EVERYTHING,
                        Section.APPOINTMENTS, StandardWindow.TWO_YEARS_BACK,
                        Section.REFERRALS, StandardWindow.TWO_YEARS_BACK,
                        Section.ASSESSMENTS, StandardWindow.TWO_YEARS_BACK,
                        Section.STAYS, StandardWindow.TWO_YEARS_BACK),
                LookupKey.LOCAL_ID,
                1,
                TrustSettings.of(settings).maxConcurrentCalls(),
                0,
                DataSource.LIVE,
                PresentedIdentity.SERVICE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return new TrustAdapter(context.http(), TrustSettings.of(context.settings()), context.clock());
    }
}
