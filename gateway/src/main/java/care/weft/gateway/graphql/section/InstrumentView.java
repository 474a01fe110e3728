package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.advice.rules.ReuseClass;
import care.weft.gateway.advice.rules.SatisfiedBy;
import care.weft.gateway.graphql.PartnerKind;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue, in the words of the API. */
record InstrumentView(AssessmentInstrument row) {

    public String id() {
        return row.id();
    }

    public String name() {
        return row.name();
    }

    public String family() {
        return row.family();
    }

    public AssessmentSubject subject() {
        return row.subject();
    }

    public List<InstrumentDomain> domains() {
        return row.domains().entrySet().stream()
                .map(domain -> new InstrumentDomain(domain.getKey(), domain.getValue()))
                .toList();
    }

    public InstrumentValidity validity() {
        var validity = row.validity();
        return new InstrumentValidity(
                validity.defaultDays(),
                validity.bySetting().entrySet().stream()
                        .map(setting -> new SettingValidity(setting.getKey(), setting.getValue()))
                        .toList(),
                validity.atRiskDays());
    }

    public List<EventKind> invalidatedBy() {
        return List.copyOf(row.invalidatedBy());
    }

    public boolean settingBound() {
        return row.settingBound();
    }

    public SatisfiedBy satisfiedBy() {
        return row.satisfiedBy();
    }

    public ReuseClass reuseClass() {
        return row.reuseClass();
    }

    public @Nullable String dutyHolder() {
        return row.dutyHolder();
    }

    public boolean jointAllowed() {
        return row.jointAllowed();
    }

    public boolean topUpAllowed() {
        return row.topUpAllowed();
    }

    public int typicalMinutes() {
        return row.typicalMinutes();
    }

    public List<PartnerKind> mustAnswer() {
        return row.mustAnswer().stream().map(PartnerKind::of).toList();
    }

    public @Nullable String snomedCode() {
        return row.snomedCode();
    }

    /** A domain, and how deeply it is asked about. */
    record InstrumentDomain(NeedsDomain domain, Depth depth) {}

    /** For how many days its result may stand in for a repeat. */
    record InstrumentValidity(
            int defaultDays,
            List<SettingValidity> bySetting,
            @Nullable Integer atRiskDays) {}

    /** For how many days, in one setting. */
    record SettingValidity(CareSetting setting, int days) {}
}
