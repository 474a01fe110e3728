package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The mental-health trust lets in nobody but users for whom the gateway acts: each is seen by a token of their own, exchanged for the
 * one that they came in with, and nobody is told what another was.
 */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND)
@Import(StoryClock.class)
class OnBehalfOfTheUserJourneyTests extends FrontDoor {

    private static final IdentityProvider PROVIDER = STUBS.identityProvider();
    private static final String TRUST = MentalHealthStub.PARTNER;
    private static final String QUERY = """
            query($n: NhsNumber!) { person(nhsNumber: $n) { assessments(first: 50) {
              nodes { provenance { partner { id } recordId freshness } }
              sources { partner { id } outcome retryable message } } } }""";

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        var settings = GatewaySettings.before(STUBS, Files.createTempDirectory("weft-journeys"));
        GatewaySettings.askForUsers(settings, STUBS, TRUST);
        settings.forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, STUBS.partners().keySet());
    }

    @Override
    final Class<?> gateway() {
        return OnBehalfOfTheUserJourneyTests.class;
    }

    @BeforeEach
    void letInUsersAlone() {
        STUBS.mentalHealth().demandUsers(true);
        assertThat(send(purge("operator", number(person))).http().statusCode()).isEqualTo(200);
    }

    @AfterEach
    void letInEverybody() {
        STUBS.mentalHealth().demandUsers(false);
        PROVIDER.refuseExchange();
        PROVIDER.exchangeDown(false);
    }

    @Test
    void twoWhoAskAboutTheSamePersonAtOnceAreEachSeenByTheirOwnToken() throws Exception {
        var both = Stream.of("gp", "mental-health").map(this::asking).toList();
        var answers = both.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(outcome(assessments(answer), TRUST)).isEqualTo("ANSWERED");
            assertThat(freshness(assessments(answer))).isNotEmpty().containsOnly("LIVE");
        });
        var presented = PresentedTokens.at(STUBS.mentalHealth());
        assertThat(subjects(presented)).containsExactlyInAnyOrder("user-gp", "user-mental-health");
        assertThat(presented).allSatisfy(token -> {
            assertThat(token.at("/act/sub").asString()).isEqualTo("weft-gateway");
            assertThat(token.path("aud").asString(token.at("/aud/0").asString()))
                    .isEqualTo(TRUST);
            assertThat(token.path("scope").asString()).isEqualTo(TRUST + ".read");
        });
    }

    @Test
    void whatWasKeptForOneUserIsNotShownToAnother() throws Exception {
        asking("gp").join();
        assertThat(freshness(assessments(asking("gp").join()))).isNotEmpty().containsOnly("CACHED");
        STUBS.reset();

        assertThat(freshness(assessments(asking("mdt").join()))).isNotEmpty().containsOnly("LIVE");
        assertThat(subjects(PresentedTokens.at(STUBS.mentalHealth()))).containsExactly("user-mdt");
    }

    @Test
    void anExpiredTokenGetsNobodyToThePartner() throws Exception {
        var refused = send(post(QUERY, Map.of("n", number(person)))
                .header("Authorization", "Bearer " + PROVIDER.badTokens().expired("gp")));

        assertThat(refused.http().statusCode()).isEqualTo(401);
        assertThat(PresentedTokens.at(STUBS.mentalHealth())).isEmpty();
    }

    @Test
    void aUserForWhomNoTokenIsIssuedIsToldSoOfThatPartnerAlone() throws Exception {
        PROVIDER.refuseExchange("nurse");

        var theirs = assessments(asking("nurse").join());
        var others = assessments(asking("gp").join());

        assertThat(outcome(theirs, TRUST)).isEqualTo("REFUSED");
        assertThat(source(theirs, TRUST).path("retryable").asBoolean()).isFalse();
        assertThat(nodes(theirs, TRUST)).isEmpty();
        assertThat(outcome(theirs, "trust")).isEqualTo("ANSWERED");
        assertThat(outcome(theirs, "council")).isEqualTo("ANSWERED");
        assertThat(outcome(others, TRUST)).isEqualTo("ANSWERED");
        assertThat(subjects(PresentedTokens.at(STUBS.mentalHealth())))
                .as("nobody was asked for the one who was refused, in no other name either")
                .containsExactly("user-gp");
    }

    @Test
    void whileNoTokenCanBeExchangedTheOtherPartnersStillAnswer() throws Exception {
        PROVIDER.exchangeDown(true);

        // Somebody of whom no token is kept.
        var answer = assessments(asking("social-worker").join());

        assertThat(outcome(answer, TRUST)).isEqualTo("UNAVAILABLE");
        assertThat(source(answer, TRUST).path("retryable").asBoolean()).isTrue();
        assertThat(outcome(answer, "trust")).isEqualTo("ANSWERED");
        assertThat(outcome(answer, "council")).isEqualTo("ANSWERED");
        assertThat(PresentedTokens.at(STUBS.mentalHealth())).isEmpty();

        PROVIDER.exchangeDown(false);
        assertThat(outcome(assessments(asking("social-worker").join()), TRUST)).isEqualTo("ANSWERED");
    }

    @Test
    void practicesAreToldWhoAsksInEachCallAndForWhichOrganisation() throws Exception {
        var answers =
                Stream.of("gp", "nurse", "social-worker").map(this::asking).toList();
        answers.forEach(
                answer -> assertThat(outcome(assessments(answer.join()), "gp")).isEqualTo("ANSWERED"));

        var told = PresentedTokens.at(STUBS.gp());
        assertThat(told)
                .extracting(token -> token.path("sub").asString() + " of "
                        + token.at("/requesting_organization/identifier/0/value")
                                .asString())
                .containsOnly(
                        "user-gp of " + person.practice().ods(), "user-nurse of R0A", "user-social-worker of 00BN");
        assertThat(told).allSatisfy(token -> {
            var practitioner = token.path("requesting_practitioner");
            assertThat(practitioner.path("id").asString())
                    .isEqualTo(token.path("sub").asString());
            boolean smartcard = !token.path("sub").asString().equals("user-social-worker");
            assertThat(practitioner.path("identifier").valueStream().limit(2).toList())
                    .allSatisfy(number ->
                            assertThat(number.path("value").asString()).matches(smartcard ? "555[0-9]{9}" : "UNK"));
            assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
        });
        assertThat(told.stream()
                        .map(token -> token.at("/requesting_practitioner/identifier/1/value")
                                .asString())
                        .distinct())
                .hasSize(3);
    }

    private CompletableFuture<Answer> asking(String user) {
        return sendAsync(
                post(QUERY, Map.of("n", number(person))).header("Authorization", "Bearer " + PROVIDER.token(user)));
    }

    private static JsonNode assessments(Answer answer) {
        return answer.person().path("assessments");
    }

    private static List<String> freshness(JsonNode section) {
        return nodes(section, TRUST).stream()
                .map(node -> node.at("/provenance/freshness").asString())
                .toList();
    }

    private static List<String> subjects(List<JsonNode> tokens) {
        return tokens.stream()
                .map(token -> token.path("sub").asString())
                .distinct()
                .toList();
    }
}
