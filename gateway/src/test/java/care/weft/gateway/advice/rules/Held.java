package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assessment for tests: completed, confirmed, at home and shared, unless said otherwise. */
final class Held {

    private final String id;
    private final String partner;
    private final @Nullable String instrument;
    private @Nullable LocalDate date;
    private @Nullable String team;
    private @Nullable String organisation;
    private @Nullable String sourceId;
    private AssessmentStatus status = AssessmentStatus.COMPLETED;
    private @Nullable CareSetting setting = CareSetting.HOME;
    private @Nullable RiskBand risk;
    private @Nullable AssessedSubject subject;
    private final Map<NeedsDomain, Depth> domains = new EnumMap<>(NeedsDomain.class);
    private final Map<NeedsDomain, RiskBand> results = new EnumMap<>(NeedsDomain.class);
    private boolean confirmed = true;
    private boolean refused;
    private @Nullable Announcement announcement;

    private Held(String id, String partner, @Nullable String instrument, @Nullable LocalDate date) {
        this.id = id;
        this.partner = partner;
        this.instrument = instrument;
        this.date = date;
    }

    /** @param date ISO 8601; null for none */
    static Held of(String id, String partner, @Nullable String instrument, @Nullable String date) {
        return new Held(id, partner, instrument, date == null ? null : LocalDate.parse(date));
    }

    static Held booked(String id, String partner, String instrument, String date) {
        return of(id, partner, instrument, date).with(AssessmentStatus.BOOKED);
    }

    Held with(AssessmentStatus other) {
        status = other;
        return this;
    }

    Held in(@Nullable CareSetting other) {
        setting = other;
        return this;
    }

    Held with(RiskBand other) {
        risk = other;
        return this;
    }

    Held with(NeedsDomain domain, RiskBand result) {
        results.put(domain, result);
        return this;
    }

    Held covering(NeedsDomain domain, Depth depth) {
        domains.put(domain, depth);
        return this;
    }

    Held of(AssessedSubject other) {
        subject = other;
        return this;
    }

    Held team(String name) {
        team = name;
        return this;
    }

    Held by(String name) {
        organisation = name;
        return this;
    }

    Held source(String number) {
        sourceId = number;
        return this;
    }

    Held unconfirmed() {
        confirmed = false;
        return this;
    }

    Held refused() {
        refused = true;
        return this;
    }

    Held announced(String at, String number) {
        announcement = new Announcement(Instant.parse(at), number);
        return this;
    }

    HeldAssessment make() {
        return new HeldAssessment(
                id,
                partner,
                team,
                organisation,
                sourceId,
                instrument,
                status,
                date,
                setting,
                risk,
                subject,
                domains,
                results,
                confirmed,
                refused,
                announcement);
    }
}
