package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.store.AnnouncementRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.gateway.testing.SettableClock;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Entry;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

class AnnouncementSourceTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Catalogue CATALOGUE = ShippedCatalogue.read();

    @TempDir
    Path directory;

    private final FakePartner council = FakePartner.named("council");
    private final FakePartner trust = FakePartner.named("trust");
    // 2 March 2026.
    private final SettableClock clock = new SettableClock();
    private Store store;
    private Announcements announcements;
    private AnnouncementSource source;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.embedded(directory));
        announcements = new Announcements(
                AnnouncementRows.in(store),
                new AnnouncementSettings(Duration.ofDays(90), Duration.ofDays(2), Duration.ZERO),
                clock);
        var settings = new AdviceSettings(
                Duration.ofDays(14),
                Duration.ofDays(56),
                0.5,
                0.25,
                Duration.ofDays(365),
                0.6,
                0.5,
                Map.of(),
                Map.of("council", Map.of("care-act-needs", List.of("Needs assessment"))),
                Map.of());
        source = new AnnouncementSource(
                CATALOGUE,
                new Concepts(CATALOGUE, settings),
                announcements,
                new Partners(List.of(council.partner(), trust.partner())),
                clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private AssessmentAnnouncement announced() {
        return announcements
                .announce(new AnnouncedAssessment(
                        "id",
                        "key-0001",
                        "ada",
                        "CARE_ACT_NEEDS",
                        AssessedSubject.PERSON,
                        CareSetting.HOME,
                        List.of(),
                        "council",
                        null,
                        null,
                        "issuer caller",
                        "Somebody",
                        clock.instant().plus(Duration.ofDays(3)),
                        "At home",
                        new Contact("0161 496 0001", null, null)))
                .blockOptional(SOON)
                .orElseThrow();
    }

    private SectionAnswer answer(Whereabouts whereabouts, SourceAnswer... sources) {
        return new SectionAnswer(Records.ADA_KEY, Section.ASSESSMENTS, List.of(sources), whereabouts);
    }

    private SourceAnswer told(FakePartner partner, Entry... entries) {
        return new SourceAnswer(
                partner.partner(),
                Section.ASSESSMENTS,
                Outcome.ANSWERED,
                List.of(entries),
                Extent.whole(DateWindow.ALWAYS),
                null,
                clock.instant(),
                List.of(),
                Freshness.LIVE);
    }

    private static SourceAnswer without(FakePartner partner, Outcome outcome) {
        return SourceAnswer.without(partner.partner(), Section.ASSESSMENTS, outcome);
    }

    private static Assessment done(String title, AssessmentStatus status, LocalDate on) {
        return AssessmentBuilder.builder()
                .source(Records.source("a", Records.ADA))
                .title(title)
                .code(new Coding(null, null, title))
                .assessmentStatus(status)
                .subject(AssessmentSubject.PERSON)
                .completedOn(PartialDate.of(on))
                .content(ContentLevel.METADATA)
                .build();
    }

    @Test
    void whatThePartnersOwnRecordShowsDoneAfterwardsIsFulfilledAndRemembered() {
        var announced = announced();
        var answer = answer(
                Whereabouts.SHOWN,
                told(council, done("Needs assessment", AssessmentStatus.COMPLETED, LocalDate.of(2026, 3, 5))));

        assertThat(source.shown(answer, List.of(announced))).isEmpty();

        var kept = Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(_ -> announcements.find("id"))
                .filter(each -> each.state(clock.instant()) == AnnouncementState.FULFILLED)
                .next()
                .block(SOON);
        assertThat(kept).isNotNull();
        assertThat(announcements.open(Set.of("ada")).block(SOON)).containsEntry("ada", List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Needs assessment, COMPLETED,   2026-03-01",
        "Needs assessment, IN_PROGRESS, 2026-03-05",
        "Another kind,     COMPLETED,   2026-03-05",
    })
    void whatWasDoneBeforeOrIsNotDoneOrIsAnotherFulfilsNothing(String title, AssessmentStatus status, LocalDate on) {
        var answer = answer(Whereabouts.SHOWN, told(council, done(title, status, on)));

        assertThat(source.shown(answer, List.of(announced()))).hasSize(1);
    }

    @Test
    void theSameDoneByAnotherPartnerFulfilsNothing() {
        var answer = answer(
                Whereabouts.SHOWN,
                told(council),
                told(trust, done("Needs assessment", AssessmentStatus.COMPLETED, LocalDate.of(2026, 3, 5))));

        assertThat(source.shown(answer, List.of(announced()))).hasSize(1);
    }

    @Test
    void whoeverMayNotSeeTheAnnouncersPartnersAssessmentsSeesNoneOfItsAnnouncements() {
        var answer = answer(Whereabouts.SHOWN, without(council, Outcome.WITHHELD), told(trust));

        assertThat(source.shown(answer, List.of(announced()))).isEmpty();
        assertThat(source.with(answer, List.of()).sources()).hasSize(2);
    }

    @Test
    void whoeverMaySeeNoAssessmentsIsNotEvenToldThatAnnouncementsCouldNotBeRead() {
        var answer = answer(Whereabouts.SHOWN, without(council, Outcome.WITHHELD), without(trust, Outcome.NOT_OFFERED));

        assertThat(source.unread(answer).sources()).hasSize(2);
    }

    @Test
    void whatCouldNotBeReadIsSaid() {
        var unread = source.unread(answer(Whereabouts.SHOWN, told(council)));

        assertThat(unread.sources().getLast().partner().id()).isEqualTo(AnnouncementSource.ID);
        assertThat(unread.sources().getLast().outcome()).isEqualTo(Outcome.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTRICTED", "NOT_ESTABLISHED"})
    void wherePeopleMayNotBeFoundThePlaceIsLeftOut(Whereabouts whereabouts) {
        var shown = source.shown(answer(whereabouts, told(council)), List.of(announced()));

        assertThat(shown).singleElement().satisfies(each -> {
            assertThat(each.where()).isNull();
            assertThat(each.contact().phone()).isNotNull();
        });
        var entry = source.with(answer(whereabouts, told(council)), shown)
                .sources()
                .getLast()
                .entries()
                .getFirst();
        assertThat(((Assessment) entry).location()).isNull();
    }
}
