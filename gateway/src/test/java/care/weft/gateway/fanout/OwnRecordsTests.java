package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.Team;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.InvolvementBuilder;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnRecordsTests {

    private static final Partner TRUST =
            FakePartner.named("trust").ofOrganisation("RXV").partner();
    private static final LegitimateRelationship DIRECT = LegitimateRelationship.DIRECT;
    private static final LegitimateRelationship ORGANISATIONAL = LegitimateRelationship.ORGANISATIONAL;

    @Test
    void whoseTeamARecordNamesCaresForThePersonAndAnotherTeamDoesNot() {
        var open = referral("North recovery team", null);

        assertThat(of(staff("North recovery team"), open)).isEqualTo(DIRECT);
        assertThat(of(staff("South recovery team"), open)).isEqualTo(ORGANISATIONAL);
        assertThat(of(staff("South recovery team", "NORTH RECOVERY-TEAM"), open))
                .isEqualTo(DIRECT);
        assertThat(of(staff("North recovery team"))).isEqualTo(LegitimateRelationship.NONE);
    }

    /** As the code of a team's name some partners state what kind of team it is. */
    @Test
    void aTeamIsKnownByItsNameThoughThePartnerStatesAnotherCodeWithIt() {
        var stated = referral("North recovery team", "A05");

        assertThat(of(caller(new Team("T77", "North recovery team")), stated)).isEqualTo(DIRECT);
        assertThat(of(caller(new Team("A05", "Any name")), stated)).isEqualTo(DIRECT);
        assertThat(of(caller(new Team("T77", null)), stated)).isEqualTo(ORGANISATIONAL);
    }

    @Test
    void everyKindOfRecordThatNamesATeamIsLookedAt() {
        for (var entry : List.<Entry>of(
                referral("Unit 4", null), appointment("Unit 4"), stay("Unit 4"), involvement("Unit 4", null, null))) {
            assertThat(of(staff("Unit 4"), entry)).as("%s", entry.section()).isEqualTo(DIRECT);
            assertThat(of(staff("Unit 5"), entry)).as("%s", entry.section()).isEqualTo(ORGANISATIONAL);
        }
    }

    @Test
    void whereNoRecordNamesATeamEveryTeamOfTheOrganisationCounts() {
        assertThat(of(staff("Unit 5"), carePackage())).isEqualTo(DIRECT);
    }

    @Test
    void whereOneRecordNamesATeamThoseWithoutCountForNobodyElse() {
        assertThat(of(staff("Unit 5"), carePackage(), referral("Unit 4", null))).isEqualTo(ORGANISATIONAL);
        assertThat(of(staff("Unit 4"), carePackage(), referral("Unit 4", null))).isEqualTo(DIRECT);
    }

    @Test
    void whereNotAllCouldBeReadARecordWithoutATeamIsNotTakenForEverybodys() {
        var answers = List.of(answer(carePackage()), SourceAnswer.without(TRUST, Section.REFERRALS, Outcome.TIMED_OUT));

        assertThat(records(staff("Unit 5"), settings(Map.of(), Set.of())).of(TRUST, answers))
                .isEqualTo(ORGANISATIONAL);
        assertThat(records(staff(), settings(Map.of(), Set.of())).of(TRUST, answers))
                .isEqualTo(DIRECT);
    }

    /** Who cares for somebody now is not told by what was said a while ago. */
    @Test
    void whatIsShownAsStaleOpensNothing() {
        var stale = new SourceAnswer(
                TRUST,
                Section.REFERRALS,
                Outcome.ANSWERED,
                List.of(referral("Unit 4", null)),
                null,
                null,
                NOON,
                List.of(),
                Freshness.STALE);
        var records = records(staff("Unit 4"), settings(Map.of(), Set.of()));

        assertThat(records.of(TRUST, List.of(stale))).isEqualTo(LegitimateRelationship.NONE);
        assertThat(records.of(TRUST, List.of(stale, answer(carePackage()))))
                .as("what is stale may name another team")
                .isEqualTo(ORGANISATIONAL);
    }

    @Test
    void whoseTokenNamesNoTeamCountsByTheirOrganisationUnlessItsTokensNameTeams() {
        var open = referral("North recovery team", null);

        assertThat(of(staff(), open)).isEqualTo(DIRECT);
        assertThat(of(settings(Map.of(), Set.of("RXV")), staff(), open)).isEqualTo(ORGANISATIONAL);
        assertThat(of(settings(Map.of(), Set.of("RXV")), staff("North recovery team"), open))
                .isEqualTo(DIRECT);
    }

    @Test
    void whatPartnersWriteForATeamIsTheSame() {
        var known = settings(Map.of("T12", List.of("Falls clinic", "Community falls")), Set.of());

        assertThat(of(known, staff("T12"), appointment("Falls clinic"))).isEqualTo(DIRECT);
        assertThat(of(known, staff("T13"), appointment("Falls clinic"))).isEqualTo(ORGANISATIONAL);
    }

    @Test
    void whomARecordNamesAsResponsibleCaresForThePersonWhateverTheirTeam() {
        var named = involvement("Unit 4", "Ngozi Achebe", null);

        assertThat(of(named("Ngozi  ACHEBE", "Unit 5"), named)).isEqualTo(DIRECT);
        assertThat(of(named("Ngozi Adebayo", "Unit 5"), named)).isEqualTo(ORGANISATIONAL);
        assertThat(of(named("unknown", "Unit 5"), involvement("Unit 4", "Unknown", null)))
                .as("an issuer that states no name")
                .isEqualTo(ORGANISATIONAL);
        assertThat(of(settings(Map.of(), Set.of("RXV")), named("Ngozi Achebe"), named))
                .isEqualTo(DIRECT);
    }

    @Test
    void whoWasResponsibleUntilYesterdayOrWillBeIsNotNow() {
        assertThat(of(staff("Unit 4"), involvement("Unit 4", null, "2026-03-08")))
                .isEqualTo(ORGANISATIONAL);
        assertThat(of(staff("Unit 4"), involvement("Unit 4", null, "2026-03-09")))
                .isEqualTo(DIRECT);
        var later = InvolvementBuilder.builder(involvement("Unit 4", null, null))
                .since(day("2026-03-10"))
                .build();
        assertThat(of(staff("Unit 4"), later)).isEqualTo(ORGANISATIONAL);
    }

    @Test
    void aTeamOfAnotherOrganisationIsNotTheCallers() {
        var others = ReferralBuilder.builder(referral("Unit 4", null))
                .organisation(new Organisation("R0A", "Another trust"))
                .build();

        assertThat(of(staff("Unit 4"), others)).isEqualTo(ORGANISATIONAL);
    }

    private static LegitimateRelationship of(Caller caller, Entry... entries) {
        return of(settings(Map.of(), Set.of()), caller, entries);
    }

    private static LegitimateRelationship of(RelationshipSettings settings, Caller caller, Entry... entries) {
        return records(caller, settings).of(TRUST, List.of(answer(entries)));
    }

    private static OwnRecords records(Caller caller, RelationshipSettings settings) {
        return new OwnRecords(caller, Set.of("RXV"), OwnTeams.of(caller, settings.teams()), settings, NOON);
    }

    private static RelationshipSettings settings(Map<String, List<String>> teams, Set<String> byTeam) {
        return new RelationshipSettings(
                Set.of(),
                Map.of(),
                teams,
                byTeam,
                Duration.ofDays(90),
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                0.1);
    }

    private static SourceAnswer answer(Entry... entries) {
        return new SourceAnswer(
                TRUST,
                Section.REFERRALS,
                Outcome.ANSWERED,
                List.of(entries),
                null,
                null,
                NOON,
                List.of(),
                Freshness.LIVE);
    }

    private static Caller staff(String... teams) {
        return named("A User", teams);
    }

    private static Caller named(String name, String... teams) {
        return caller(name, Arrays.stream(teams).map(Team::of));
    }

    private static Caller caller(Team team) {
        return caller("A User", Stream.of(team));
    }

    private static Caller caller(String name, Stream<Team> teams) {
        return new Caller(
                "u1",
                "https://issuer.example",
                name,
                Set.of(CallerRole.NURSE),
                null,
                List.of(new Organisation("RXV", "A trust")),
                null,
                Set.of(),
                teams.toList(),
                null);
    }

    private static Referral referral(String service, @Nullable String code) {
        return ReferralBuilder.builder()
                .source(Records.source("r", ADA))
                .title("Referral")
                .referralStatus(ReferralStatus.ACTIVE)
                .service(new Coding(null, code, service))
                .build();
    }

    private static Appointment appointment(String service) {
        return AppointmentBuilder.builder(Records.appointment("a", ADA, NOON))
                .service(Coding.text(service))
                .build();
    }

    private static Stay stay(String ward) {
        return StayBuilder.builder()
                .source(Records.source("s", ADA))
                .title("Stay")
                .stayState(StayState.IN_HOSPITAL)
                .ward(ward)
                .build();
    }

    private static CarePackage carePackage() {
        return CarePackageBuilder.builder()
                .source(Records.source("c", ADA))
                .title("Care plan")
                .packageStatus(CarePackageStatus.ACTIVE)
                .build();
    }

    private static Involvement involvement(String team, @Nullable String who, @Nullable String until) {
        return InvolvementBuilder.builder()
                .source(Records.source("i", ADA))
                .team(team)
                .practitioner(who == null ? null : new Practitioner(who, null))
                .until(until == null ? null : day(until))
                .build();
    }

    private static PartialDate day(String written) {
        return PartialDate.parse(written).orElseThrow();
    }
}
