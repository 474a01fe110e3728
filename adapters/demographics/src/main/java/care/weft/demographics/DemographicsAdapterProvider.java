package care.weft.demographics;

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
 * Makes adapters of kind {@code demographics}, for a national register of people that speaks as the Personal Demographics
 * Service does: FHIR R4, one person a call, by NHS number, for an application of its own authority.
 *
 * <p>Settings, all optional:
 *
 * <ul>
 *   <li>{@code calls-per-second} (5), what the register allows this application; 0 for no limit. Five is what it allows anyone
 *       until more is agreed.
 *   <li>{@code max-concurrent-calls} (4).
 *   <li>{@code organisation}, the ODS code of the organisation on whose behalf the register is asked when the caller's own is
 *       not known, such as for a person who looks at their own record. Without it, such callers are refused: the register must be
 *       told.
 * </ul>
 *
 * <p>The person's own record is one call, and so are the people related to them. The register names practices by their code
 * alone. Of a restricted person it holds back the people related to them without a word: the list is then empty.
 */
public final class DemographicsAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "demographics";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        var register = DemographicsSettings.of(settings);
        return new AdapterProfile(
                Map.of(
                        Section.DEMOGRAPHICS, StandardWindow.EVERYTHING,
                        Section.RELATIONSHIPS, StandardWindow.EVERYTHING),
                LookupKey.NHS_NUMBER,
                1,
                register.maxConcurrentCalls(),
                register.callsPerSecond(),
                DataSource.LIVE,
                PresentedIdentity.SERVICE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return new DemographicsAdapter(context.http(), DemographicsSettings.of(context.settings()), context.clock());
    }
}
