package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.RuleSettings;
import care.weft.gateway.advice.rules.TrustAgreement;
import care.weft.gateway.advice.rules.Validity;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.CareSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.advice.*}: local policy on assessments.
 *
 * @param validity for how long an instrument's results are good here, by the instrument's id in the catalogue in whatever spelling
 * @param instruments what the codes and titles of a place's own mean, by partner: the concepts, by the instrument's id
 * @param trustedAssessors who has an agreement to rely on the trusted assessors of whom: partners by the partner that relies on them
 */
@ConfigurationProperties("weft.advice")
record AdviceSettings(
        @DefaultValue("14d") Duration joinWindow,
        @DefaultValue("56d") Duration inProgress,
        @DefaultValue("0.5") double joinMinShare,
        @DefaultValue("0.25") double topUpMinShare,
        @DefaultValue("365d") Duration lookback,
        @DefaultValue("0.6") double overlapMinShare,
        @DefaultValue("0.5") double familyMinShare,
        @DefaultValue Map<String, Period> validity,
        @DefaultValue Map<String, Map<String, List<String>>> instruments,
        @DefaultValue Map<String, List<String>> trustedAssessors) {

    private static final String PREFIX = "weft.advice.";

    AdviceSettings {
        wholeDays("join-window", joinWindow);
        wholeDays("in-progress", inProgress);
        wholeDays("lookback", lookback);
        share("join-min-share", joinMinShare);
        share("top-up-min-share", topUpMinShare);
        share("overlap-min-share", overlapMinShare);
        share("family-min-share", familyMinShare);
        validity = Map.copyOf(validity);
        instruments = Map.copyOf(instruments);
        trustedAssessors = Map.copyOf(trustedAssessors);
    }

    /** The agreements on trusted assessors. What is of no connected partner stops the start. */
    Set<TrustAgreement> agreements(Partners partners) {
        var agreements = new HashSet<TrustAgreement>();
        trustedAssessors.forEach((relying, assessors) -> {
            var key = PREFIX + "trusted-assessors." + relying;
            connected(relying, key, partners);
            for (var assessor : assessors) {
                connected(assessor, key, partners);
                agreements.add(new TrustAgreement(assessor, relying));
            }
        });
        return Set.copyOf(agreements);
    }

    private static void connected(String partner, String key, Partners partners) {
        if (partners.all().stream().noneMatch(each -> each.id().value().equals(partner))) {
            throw new SettingException(
                    key, "names a partner that is not connected", "Name partners by their ids in weft.partners.");
        }
    }

    /**
     * For how long an instrument's results are good. What is not set stays as in the catalogue.
     *
     * @param defaultDays where the setting has no number of its own
     * @param atRiskDays the most after a result of medium or high risk
     */
    record Period(
            @Nullable Integer defaultDays,
            @Nullable Integer atRiskDays,
            @DefaultValue Map<CareSetting, Integer> bySetting) {

        private Validity over(Validity catalogue) {
            var days = new EnumMap<CareSetting, Integer>(CareSetting.class);
            days.putAll(catalogue.bySetting());
            days.putAll(bySetting);
            return new Validity(
                    defaultDays == null ? catalogue.defaultDays() : defaultDays,
                    days,
                    atRiskDays == null ? catalogue.atRiskDays() : atRiskDays);
        }
    }

    RuleSettings rules() {
        return new RuleSettings(
                joinWindow, inProgress, joinMinShare, topUpMinShare, lookback, overlapMinShare, familyMinShare);
    }

    /** The catalogue with this place's periods. */
    Catalogue over(Catalogue catalogue) {
        var rows = new ArrayList<>(catalogue.instruments());
        validity.forEach((written, period) -> {
            var key = PREFIX + "validity." + written;
            var row = named(written, key, catalogue);
            try {
                rows.set(catalogue.instruments().indexOf(row), row.with(period.over(row.validity())));
            } catch (IllegalArgumentException negative) {
                throw new SettingException(key, "has a number of days below 0", "Set it to 0 or more.");
            }
        });
        return catalogue.with(rows);
    }

    /** The row that is meant: settings spell {@code care-act-needs} what the catalogue calls {@code CARE_ACT_NEEDS}. */
    static AssessmentInstrument named(String written, String key, Catalogue catalogue) {
        return catalogue.instruments().stream()
                .filter(row -> plain(row.id()).equals(plain(written)))
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        key,
                        "is of no instrument of the catalogue",
                        "Name one by its id in " + CatalogueReader.RESOURCE + ", such as care-act-needs."));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static void wholeDays(String name, Duration days) {
        if (days.isNegative() || !days.equals(Duration.ofDays(days.toDays()))) {
            throw new IllegalArgumentException("Setting " + PREFIX + name + " must be whole days, such as 14d");
        }
    }

    private static void share(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Setting " + PREFIX + name + " must be above 0 and not above 1, such as 0.5");
        }
    }
}
