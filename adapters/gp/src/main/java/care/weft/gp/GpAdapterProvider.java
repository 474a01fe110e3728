package care.weft.gp;

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
import java.time.Period;
import java.util.Map;

/**
 * Makes adapters of kind {@code gp}, for GP practices that speak GP Connect, FHIR STU3, over the Spine proxy.
 *
 * <p>The partner's base address is the Spine directory's, {@code …/spine-directory/FHIR/R4}: it tells where each practice is. No
 * token is to be configured, for each call carries one of its own that says for whom it is made.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code asid}, required: the gateway's own number on the Spine, twelve digits.
 *   <li>{@code organisation} and {@code organisation-name}: the ODS code and the name of the organisation in whose name practices
 *       are asked for users whose own is not known. Without it practices are not asked for them, which counts as a refusal.
 *   <li>{@code issuer} ({@code https://weft.example}), the address by which practices' audits know the gateway.
 *   <li>{@code proxy}, the Spine proxy's address, which practices' addresses are appended to. Empty: they are called directly.
 *   <li>{@code directory-key}, sent to the directory as {@code apikey}.
 *   <li>{@code max-concurrent-calls} (4), at one endpoint of one practice.
 * </ul>
 */
public final class GpAdapterProvider implements PartnerAdapterProvider {

    @Override
    public String kind() {
        return "gp";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return new AdapterProfile(
                Map.of(
                        Section.DEMOGRAPHICS, StandardWindow.EVERYTHING,
                        Section.APPOINTMENTS, new StandardWindow(Period.ZERO, Appointments.AHEAD),
                        Section.REFERRALS, StandardWindow.TWO_YEARS_BACK,
                        Section.ASSESSMENTS, StandardWindow.TWO_YEARS_BACK),
                LookupKey.NHS_NUMBER,
                1,
                GpSettings.of(settings).maxConcurrentCalls(),
                0,
                DataSource.LIVE,
                PresentedIdentity.USER);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        return new GpAdapter(context.http(), GpSettings.of(context.settings()), context.clock());
    }
}
