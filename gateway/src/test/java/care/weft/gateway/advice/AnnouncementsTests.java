package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.advice.rules.AdviceContext;
import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.AdviceRules;
import care.weft.gateway.advice.rules.Announcement;
import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.advice.rules.AssessmentReason;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.RuleSettings;
import care.weft.gateway.store.AnnouncementRows;
import care.weft.gateway.store.Databases;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.gateway.testing.SettableClock;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

@ParameterizedClass
@EnumSource(Databases.class)
class AnnouncementsTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant WHEN = Instant.parse("2026-03-12T10:30:00Z");
    private static final int TIMES = 60;
    private static final Catalogue CATALOGUE = ShippedCatalogue.read();

    @TempDir
    Path directory;

    private final Databases kind;
    private @Nullable StoreSettings settings;

    private final SettableClock clock = new SettableClock();
    private Store here;
    private Store there;
    private Announcements node;
    private Announcements otherNode;

    AnnouncementsTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        clock.forward(Duration.between(clock.instant(), NOW));
        var at = settings == null ? kind.fresh(directory) : settings;
        settings = at;
        here = Store.open(at);
        there = Store.open(at);
        node = node(here);
        otherNode = node(there);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private Announcements node(Store store) {
        return node(store, Duration.ZERO);
    }

    private Announcements node(Store store, Duration settle) {
        return new Announcements(
                AnnouncementRows.in(store),
                new AnnouncementSettings(Duration.ofDays(90), Duration.ofDays(2), settle),
                clock);
    }

    private static AnnouncedAssessment by(String partner, String person, String key) {
        return new AnnouncedAssessment(
                partner + key,
                key,
                person,
                "CARE_ACT_NEEDS",
                AssessedSubject.PERSON,
                CareSetting.HOME,
                List.of(),
                partner,
                new Organisation("ODS-" + partner, partner),
                null,
                "issuer caller-of-" + partner,
                "Somebody",
                WHEN,
                "At home",
                new Contact("0161 496 0001", null, null));
    }

    private static List<AssessmentAnnouncement> open(Announcements at, String person) {
        return at.open(Set.of(person)).blockOptional(SOON).orElseThrow().getOrDefault(person, List.of());
    }

    /** As a caller does it: announce, and once it is durable, see who else did. */
    private static Mono<Seen> announceAndLook(Announcements at, AnnouncedAssessment asked) {
        return at.announce(asked)
                .flatMap(own -> at.open(Set.of(own.person()))
                        .map(open -> new Seen(own, open.getOrDefault(own.person(), List.of()))));
    }

    private record Seen(AssessmentAnnouncement own, List<AssessmentAnnouncement> open) {

        boolean sees(Seen other) {
            return open.stream().anyMatch(each -> each.id().equals(other.own().id()));
        }

        AdviceDecision advised() {
            var catalogue = CATALOGUE;
            var concepts = new Concepts(catalogue, settings());
            var intent = new AssessmentIntent(
                    own.instrument(),
                    own.partner(),
                    null,
                    own.setting(),
                    Moment.of(own.when()).earliestDay(),
                    AssessmentReason.ROUTINE,
                    own.subject(),
                    List.of(),
                    null,
                    false,
                    new Announcement(own.at(), own.id()));
            var plans = open.stream()
                    .map(each -> HeldAssessments.of(each.id(), each, concepts))
                    .toList();
            return new AdviceRules(catalogue, RuleSettings.DEFAULT)
                    .decide(intent, List.of(), plans, AdviceContext.quiet())
                    .decision();
        }

        private static AdviceSettings settings() {
            return new AdviceSettings(
                    Duration.ofDays(14),
                    Duration.ofDays(56),
                    0.5,
                    0.25,
                    Duration.ofDays(365),
                    0.6,
                    0.5,
                    Map.of(),
                    Map.of(),
                    Map.of());
        }
    }

    /** The clock stands still, so that nothing but the order of the commits tells the two apart. */
    @Test
    void ofTwoAtTheSameMomentAtTwoNodesNeitherIsLostAndExactlyTheLaterIsToldToJoin() {
        for (int time = 0; time < TIMES; time++) {
            var person = "person-" + time;
            var both = Mono.zip(
                            announceAndLook(node, by("council", person, "key-" + time)),
                            announceAndLook(otherNode, by("trust", person, "key-" + time)))
                    .blockOptional(SOON)
                    .orElseThrow();

            assertThat(open(node, person)).hasSize(2).isEqualTo(open(otherNode, person));
            var first = open(node, person).getFirst();
            boolean inOrder = first.equals(both.getT1().own());
            var earlier = inOrder ? both.getT1() : both.getT2();
            var later = inOrder ? both.getT2() : both.getT1();
            assertThat(earlier.own().at()).isBefore(later.own().at());
            assertThat(later.sees(earlier)).isTrue();
            assertThat(later.advised()).isEqualTo(AdviceDecision.JOIN);
            assertThat(earlier.advised()).isEqualTo(AdviceDecision.PROCEED);
        }
    }

    /** Also the earlier, whose announcement was durable first: it is answered when things have settled. */
    @Test
    void ofTwoAtTheSameMomentEachLearnsOfTheOther() {
        var settle = Duration.ofSeconds(2);
        for (int time = 0; time < 3; time++) {
            var both = Mono.zip(
                            announceAndLook(node(here, settle), by("council", "person-" + time, "key-" + time)),
                            announceAndLook(node(there, settle), by("trust", "person-" + time, "key-" + time)))
                    .blockOptional(SOON)
                    .orElseThrow();

            assertThat(both.getT1().sees(both.getT2())).isTrue();
            assertThat(both.getT2().sees(both.getT1())).isTrue();
        }
    }

    @Test
    void theSameAnnouncedTwiceAtOnceAtTwoNodesIsOneAnnouncement() {
        for (int time = 0; time < TIMES / 3; time++) {
            var asked = by("council", "person-" + time, "key-" + time);

            var both = Mono.zip(node.announce(asked), otherNode.announce(asked))
                    .blockOptional(SOON)
                    .orElseThrow();

            assertThat(both.getT1()).isEqualTo(both.getT2());
            assertThat(open(node, asked.person())).containsExactly(both.getT1());
        }
    }

    @Test
    void aKeyServesOneAnnouncementOfACaller() {
        node.announce(by("council", "ada", "key-1")).block(SOON);

        assertThatThrownBy(() -> node.announce(by("council", "bob", "key-1")).block(SOON))
                .isInstanceOf(KeyUsedException.class);
        assertThat(open(node, "bob")).isEmpty();
        assertThat(node.announce(by("trust", "bob", "key-1")).block(SOON)).isNotNull();
    }

    @Test
    void anAnnouncementIsThereAfterTheGatewayIsStartedAnew() {
        var announced = node.announce(by("council", "ada", "key-1")).block(SOON);
        here.close();
        there.close();
        open();

        assertThat(open(node, "ada")).containsExactly(announced);
    }

    @Test
    void itIsOverTwoDaysAfterItsTime() {
        var announced =
                node.announce(by("council", "ada", "key-1")).blockOptional(SOON).orElseThrow();
        clock.forward(Duration.between(NOW, WHEN.plus(Duration.ofDays(2)).minusSeconds(1)));
        assertThat(open(node, "ada")).hasSize(1);

        clock.forward(Duration.ofSeconds(1));

        assertThat(open(node, "ada")).isEmpty();
        assertThat(announced.state(clock.instant())).isEqualTo(AnnouncementState.EXPIRED);
    }

    @Test
    void oneThatIsTakenBackIsNotOpenAndStaysTakenBackWhenItIsSentAgain() {
        var asked = by("council", "ada", "key-1");
        var announced = node.announce(asked).blockOptional(SOON).orElseThrow();

        var withdrawn = node.withdraw(announced.id(), "Plans changed")
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(withdrawn.state(clock.instant())).isEqualTo(AnnouncementState.WITHDRAWN);
        assertThat(open(node, "ada")).isEmpty();
        assertThat(node.announce(asked).block(SOON)).isEqualTo(withdrawn);
    }

    @Test
    void whatCannotBeReadIsNeverNone() {
        here.close();
        there.close();

        assertThatThrownBy(() -> open(node, "ada")).isInstanceOf(AdviceStoreUnavailableException.class);
        open();
    }

    @Test
    void colleaguesFindItByTheirOrganisationUntilTheLastDay() {
        var announced = node.announce(by("council", "ada", "key-1")).block(SOON);
        node.announce(by("trust", "ada", "key-2")).block(SOON);

        assertThat(node.planned("nobody", List.of("ODS-council"), NOW, WHEN.plusSeconds(1), 10)
                        .block(SOON))
                .containsExactly(announced);
        assertThat(node.planned("nobody", List.of("ODS-council"), NOW, WHEN, 10).block(SOON))
                .isEmpty();
        assertThat(node.planned("issuer caller-of-council", List.of(), NOW, WHEN.plusSeconds(1), 10)
                        .block(SOON))
                .containsExactly(announced);
    }
}
