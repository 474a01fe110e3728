package care.weft.gateway.advice.rules;

import care.weft.gateway.advice.ShippedCatalogue;
import care.weft.spi.model.CareSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody's intent, on 10 March 2026 unless said otherwise, and what is known: everybody answered and nothing happened. */
final class Situation {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final Catalogue CATALOGUE = ShippedCatalogue.read();
    static final AdviceRules RULES = new AdviceRules(CATALOGUE, RuleSettings.DEFAULT);

    private final String partner;
    private final String instrument;
    private LocalDate on = TODAY;
    private @Nullable String team;
    private @Nullable CareSetting setting = CareSetting.HOME;
    private AssessmentReason reason = AssessmentReason.ROUTINE;
    private @Nullable AssessedSubject subject;
    private @Nullable LocalDate completeBy;
    private boolean fresh;
    private @Nullable Announcement announcement;
    private final List<RequiredDomain> required = new ArrayList<>();
    private final List<HeldAssessment> records = new ArrayList<>();
    private final List<HeldAssessment> plans = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, PartnerState> partners = new TreeMap<>();
    private final Set<TrustAgreement> agreements = new HashSet<>();
    private final Set<String> notConnected = new HashSet<>();
    private final Set<EventKind> told = EnumSet.allOf(EventKind.class);
    private boolean identityConfirmed = true;
    private boolean sharingRefused;
    private boolean refusesJoint;

    private Situation(String partner, String instrument) {
        this.partner = partner;
        this.instrument = instrument;
    }

    static Situation wants(String partner, String instrument) {
        return new Situation(partner, instrument);
    }

    Situation on(LocalDate day) {
        on = day;
        return this;
    }

    Situation in(@Nullable CareSetting other) {
        setting = other;
        return this;
    }

    Situation team(String name) {
        team = name;
        return this;
    }

    Situation because(AssessmentReason other) {
        reason = other;
        return this;
    }

    Situation of(AssessedSubject other) {
        subject = other;
        return this;
    }

    Situation by(String day) {
        completeBy = LocalDate.parse(day);
        return this;
    }

    Situation fresh() {
        fresh = true;
        return this;
    }

    Situation announced(String at, String number) {
        announcement = new Announcement(Instant.parse(at), number);
        return this;
    }

    Situation requiring(NeedsDomain domain, @Nullable Depth depth) {
        required.add(new RequiredDomain(domain, depth));
        return this;
    }

    Situation record(Held held) {
        records.add(held.make());
        return this;
    }

    Situation records(List<HeldAssessment> held) {
        records.addAll(held);
        return this;
    }

    Situation plan(Held held) {
        plans.add(held.make());
        return this;
    }

    Situation plans(List<HeldAssessment> held) {
        plans.addAll(held);
        return this;
    }

    Situation event(EventKind kind, String day) {
        return change(Change.ofTheRegister(kind, LocalDate.parse(day)));
    }

    Situation change(Change change) {
        changes.add(change);
        return this;
    }

    Situation partner(String name, PartnerState state) {
        partners.put(name, state);
        return this;
    }

    Situation agreement(String assessor, String relying) {
        agreements.add(new TrustAgreement(assessor, relying));
        return this;
    }

    Situation withoutAny(String kind) {
        notConnected.add(kind);
        return this;
    }

    Situation telling(EventKind... kinds) {
        told.clear();
        told.addAll(List.of(kinds));
        return this;
    }

    Situation unidentified() {
        identityConfirmed = false;
        return this;
    }

    Situation sharingRefused() {
        sharingRefused = true;
        return this;
    }

    Situation refusesJoint() {
        refusesJoint = true;
        return this;
    }

    AdviceContext context() {
        return new AdviceContext(
                identityConfirmed, changes, sharingRefused, agreements, partners, notConnected, told, refusesJoint);
    }

    AssessmentAdvice advice() {
        var intent = new AssessmentIntent(
                instrument, partner, team, setting, on, reason, subject, required, completeBy, fresh, announcement);
        return RULES.decide(intent, records, plans, context());
    }
}
