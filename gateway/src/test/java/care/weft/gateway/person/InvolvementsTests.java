package care.weft.gateway.person;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.atHome;
import static care.weft.gateway.testing.Records.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Entry;
import care.weft.spi.model.InvolvementBuilder;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvolvementsTests {

    private static final Organisation PRACTICE = new Organisation("P99001", "Elm Bank Surgery");
    private static final Organisation HOSPITAL = new Organisation("RX9", "The hospital");

    private final List<SectionAnswer> answers = new ArrayList<>();

    @Test
    void theKeyWorkerComesFirstThenThoseStatedThenThoseThatFollow() {
        at(
                "mental-health",
                InvolvementBuilder.builder()
                        .source(source("i1", ADA))
                        .role(Coding.text("Psychiatrist"))
                        .practitioner(new Practitioner("Dr Amber Lyle", null))
                        .build(),
                InvolvementBuilder.builder()
                        .source(source("i2", ADA))
                        .role(Coding.text("Care coordinator"))
                        .practitioner(new Practitioner("Kit Marsh", null))
                        .contact(new Contact("0161 496 0002", null, null))
                        .keyWorker(true)
                        .build());
        at("register", atHome(ADA, "P99001", false));

        assertThat(involved())
                .extracting(Involved::role, Involved::basis)
                .containsExactly(
                        tuple("Care coordinator", InvolvementBasis.STATED),
                        tuple("Psychiatrist", InvolvementBasis.STATED),
                        tuple("General practice", InvolvementBasis.INFERRED));
    }

    @Test
    void whatIsOverInvolvesNobody() {
        at(
                "council",
                InvolvementBuilder.builder()
                        .source(source("i1", ADA))
                        .role(Coding.text("Allocated worker"))
                        .until(PartialDate.parse("2026-03-08").orElseThrow())
                        .build(),
                carePackage("Home care", CarePackageStatus.ENDED),
                referral("Podiatry", ReferralStatus.COMPLETED),
                assessment(AssessmentStatus.COMPLETED));

        assertThat(involved()).isEmpty();
    }

    @Test
    void openPackagesReferralsAndAssessmentsInvolveThoseWhoDoThem() {
        at(
                "council",
                carePackage("Home care", CarePackageStatus.ACTIVE),
                referral("Podiatry", ReferralStatus.UNKNOWN),
                assessment(AssessmentStatus.IN_PROGRESS));

        assertThat(involved())
                .extracting(Involved::role)
                .containsExactlyInAnyOrder("Home care", "Podiatry", "Needs assessment");
        assertThat(involved("Needs assessment").contact()).isEqualTo(new Contact("0161 496 0003", null, null));
        assertThat(involved("Home care").organisation()).isEqualTo(new Organisation(null, "Kindly Care"));
    }

    @Test
    void aContactIsTheLastThatTookPlaceAndTheNextThatIsBooked() {
        at("register", atHome(ADA, "P99001", false));
        at(
                "gp",
                visit("g1", -20, AppointmentStatus.FULFILLED, PRACTICE, null),
                visit("g2", -3, AppointmentStatus.NO_SHOW, PRACTICE, null),
                visit("g3", 5, AppointmentStatus.CANCELLED, PRACTICE, null),
                visit("g4", 9, AppointmentStatus.BOOKED, PRACTICE, null));

        var all = involved();

        assertThat(all).as("the practice accounts for its appointments").hasSize(1);
        assertThat(all.getFirst().lastContact()).isEqualTo(NOON.minus(Duration.ofDays(20)));
        assertThat(all.getFirst().nextContact()).isEqualTo(NOON.plus(Duration.ofDays(9)));
    }

    @Test
    void aServiceThatWasSeenLatelyOrWillBeIsInvolvedOnceAndOneLongAgoIsNot() {
        at(
                "trust",
                visit("t1", -200, AppointmentStatus.FULFILLED, HOSPITAL, "Eye clinic"),
                visit("t2", -80, AppointmentStatus.FULFILLED, HOSPITAL, "Falls clinic"),
                visit("t3", 30, AppointmentStatus.BOOKED, HOSPITAL, "Falls clinic"));

        assertThat(involved()).singleElement().satisfies(falls -> {
            assertThat(falls.role()).isEqualTo("Falls clinic");
            assertThat(falls.lastContact()).isEqualTo(NOON.minus(Duration.ofDays(80)));
            assertThat(falls.nextContact()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        });
    }

    @Test
    void aCoordinatorWhoIsStatedIsNotInferredTooWhicheverSectionComesFirst() {
        at(
                "mental-health",
                CarePackageBuilder.builder()
                        .source(source("c1", ADA))
                        .title("Care plan")
                        .packageStatus(CarePackageStatus.ACTIVE)
                        .coordinator(new Practitioner("Kit Marsh", null))
                        .build());
        at(
                "mental-health",
                InvolvementBuilder.builder()
                        .source(source("i1", ADA))
                        .role(Coding.text("Care coordinator"))
                        .practitioner(new Practitioner("Kit Marsh", null))
                        .build());

        assertThat(involved()).extracting(Involved::role).containsExactly("Care coordinator", "Care plan");
    }

    @Test
    void whatBecameOfAReferralIsTheReceiversToSay() {
        at("gp", referral("Podiatry", ReferralStatus.UNKNOWN));
        assertThat(involved()).hasSize(1);

        answers.add(new SectionAnswer(
                ADA_KEY,
                Section.REFERRALS,
                List.of(new SourceAnswer(
                        FakePartner.named("hospital").ofOrganisation("RX9").partner(),
                        Section.REFERRALS,
                        Outcome.ANSWERED,
                        List.of(),
                        Extent.whole(DateWindow.ALWAYS),
                        null,
                        NOON,
                        List.of(),
                        Freshness.LIVE)),
                Whereabouts.SHOWN));
        assertThat(involved()).isEmpty();
    }

    @Test
    void aPracticeThatThreePartnersNameIsListedOnce() {
        at("register", atHome(ADA, "P99001", false));
        at("trust", atHome(ADA, "P99001", false));
        at("council", atHome(ADA, "P99002", false));

        assertThat(involved())
                .extracting(each ->
                        each.organisation() == null ? null : each.organisation().odsCode())
                .containsExactlyInAnyOrder("P99001", "P99002");
    }

    private List<Involved> involved() {
        return Involvements.of(answers, NOON);
    }

    private Involved involved(String role) {
        return involved().stream()
                .filter(each -> role.equals(each.role()))
                .findFirst()
                .orElseThrow();
    }

    private void at(String partner, Entry... entries) {
        var section = entries[0].section();
        answers.add(new SectionAnswer(
                ADA_KEY,
                section,
                List.of(new SourceAnswer(
                        FakePartner.named(partner).partner(),
                        section,
                        Outcome.ANSWERED,
                        List.of(entries),
                        Extent.whole(DateWindow.ALWAYS),
                        null,
                        NOON,
                        List.of(),
                        Freshness.LIVE)),
                Whereabouts.SHOWN));
    }

    private static Entry carePackage(String service, CarePackageStatus status) {
        return CarePackageBuilder.builder()
                .source(source("c-" + service, ADA))
                .title(service)
                .packageStatus(status)
                .provider(new Organisation(null, "Kindly Care"))
                .build();
    }

    private static Entry referral(String service, ReferralStatus status) {
        return ReferralBuilder.builder()
                .source(source("r-" + service, ADA))
                .title(service)
                .referralStatus(status)
                .to(HOSPITAL)
                .build();
    }

    private static Entry assessment(AssessmentStatus status) {
        return AssessmentBuilder.builder()
                .source(source("a1", ADA))
                .title("Needs assessment")
                .assessmentStatus(status)
                .subject(AssessmentSubject.PERSON)
                .team("Adult social care north")
                .contact(new Contact("0161 496 0003", null, null))
                .content(ContentLevel.METADATA)
                .build();
    }

    private static Appointment visit(
            String id, int days, AppointmentStatus status, Organisation organisation, @Nullable String service) {
        return AppointmentBuilder.builder()
                .source(source(id, ADA))
                .title("Visit")
                .appointmentStatus(status)
                .startsAt(NOON.plus(Duration.ofDays(days)))
                .service(service == null ? null : Coding.text(service))
                .organisation(organisation)
                .build();
    }
}
