package care.weft.gateway.advice.rules;

import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how many days an assessment may stand in for a repeat, the last one included.
 *
 * @param defaultDays where the setting has no number of its own, or is not known; 0 or more
 * @param bySetting 0 or more each
 * @param atRiskDays the most after a result of medium or high risk, 0 or more; null for no such limit
 */
public record Validity(
        int defaultDays,
        Map<CareSetting, Integer> bySetting,
        @Nullable Integer atRiskDays) {

    public Validity {
        if (defaultDays < 0
                || bySetting.values().stream().anyMatch(days -> days < 0)
                || (atRiskDays != null && atRiskDays < 0)) {
            throw new IllegalArgumentException("A period of validity is 0 days or more");
        }
        var copy = new EnumMap<CareSetting, Integer>(CareSetting.class);
        copy.putAll(bySetting);
        bySetting = Collections.unmodifiableMap(copy);
    }

    /** Whether a period is the same for everyone, whatever came of it. */
    public static Validity of(int days) {
        return new Validity(days, Map.of(), null);
    }

    /**
     * The days for one assessment.
     *
     * @param setting where the person was cared for; null when not known
     * @param risk the band that it arrived at; null for none
     */
    public int days(@Nullable CareSetting setting, @Nullable RiskBand risk) {
        int days = setting == null ? defaultDays : bySetting.getOrDefault(setting, defaultDays);
        boolean atRisk = risk == RiskBand.MEDIUM || risk == RiskBand.HIGH;
        return atRisk && atRiskDays != null ? Math.min(days, atRiskDays) : days;
    }

    /** The most days in any setting. */
    public int longest() {
        return bySetting.values().stream().reduce(defaultDays, Math::max);
    }
}
