package care.weft.demographics;

import care.weft.fhir.Settings;
import care.weft.spi.AdapterSettings;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one register.
 *
 * @param callsPerSecond that may start in a second; 0 for no limit
 * @param maxConcurrentCalls under way at once
 * @param organisation the ODS code to ask for when the caller's own is not known; null for none
 */
record DemographicsSettings(
        int callsPerSecond,
        int maxConcurrentCalls,
        @Nullable String organisation) {

    private static final List<String> KEYS = List.of("calls-per-second", "max-concurrent-calls", "organisation");
    private static final Pattern ODS_CODE = Pattern.compile("[0-9A-Za-z]{3,10}");

    static DemographicsSettings of(AdapterSettings settings) {
        Settings.refuseUnknown(settings, "a register", KEYS);
        var organisation = settings.values().get("organisation");
        if (organisation != null && !isOdsCode(organisation)) {
            throw new IllegalArgumentException("Setting 'organisation' must be an ODS code");
        }
        return new DemographicsSettings(
                settings.number("calls-per-second", 5, 0), settings.number("max-concurrent-calls", 4, 1), organisation);
    }

    /** Whose behalf to ask on: the caller's organisation, else the one of the settings; null when neither is known. */
    @Nullable
    String onBehalfOf(@Nullable String callersOrganisation) {
        return callersOrganisation != null && isOdsCode(callersOrganisation) ? callersOrganisation : organisation;
    }

    private static boolean isOdsCode(String written) {
        return ODS_CODE.matcher(written).matches();
    }
}
