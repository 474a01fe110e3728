package care.weft.gateway.journey.canary;

import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.population.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Two hundred people at work, each asking one question after the other. */
final class Users {

    static final int MANY = 200;

    /** Of six users, one works through a team's lists. */
    private static final int TEAM = 6;

    private static final List<String> LOGINS = List.of(
            "mdt", "gp", "nurse", "link-worker", "mental-health", "social-worker", "person", "gp", "nurse", "person");

    /** Of whom nothing is shown to anybody. */
    private static final List<String> NOBODYS = List.of("stranger", "auditor", "operator");

    /** One question in so many is to be answered without what was kept. */
    private static final int ANEW = 8;

    private static final Duration REFUSED = Duration.ofMillis(200);
    private static final int MOST_THINKING_MILLIS = 400;

    private final GraphQl graphQl;
    private final IdentityProvider identityProvider;
    private final Questions questions;
    private final Scan scan;
    private final Map<Person, JsonNode> alone;
    private final Queue<Person> toCompare;
    private final Tally tally = new Tally();
    private final SplittableRandom random;
    private final List<Person> people;

    /**
     * Users who have not begun.
     *
     * @param alone what each person's answer is when nobody else is asked for
     */
    Users(
            GraphQl graphQl,
            IdentityProvider identityProvider,
            Questions questions,
            Scan scan,
            Map<Person, JsonNode> alone,
            SplittableRandom random) {
        this.graphQl = graphQl;
        this.identityProvider = identityProvider;
        this.questions = questions;
        this.scan = scan;
        this.alone = alone;
        this.random = random;
        people = new ArrayList<>(alone.keySet());
        people.sort((one, other) -> Integer.compare(one.position(), other.position()));
        Collections.shuffle(people, Random.from(random));
        toCompare = new ConcurrentLinkedQueue<>(
                people.stream().filter(this::isComparable).toList());
    }

    /** Of some no partner may be asked. */
    private boolean isComparable(Person person) {
        var told = alone.getOrDefault(person, NullNode.getInstance());
        return Comparison.same(told, told).compared() > 0;
    }

    /**
     * Works until there are so many answers in all and everybody's has been compared once, and returns what they were.
     *
     * @param comparison of what is told of a person alone and then
     */
    Tally work(long answers, BiFunction<JsonNode, JsonNode, Comparison> comparison) throws InterruptedException {
        var working = new ArrayList<Thread>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            var own = random.split();
            working.add(Thread.ofVirtual().start(() -> work(number, own, answers, comparison)));
        }
        for (var user : working) {
            user.join();
        }
        return tally;
    }

    private void work(
            int number, SplittableRandom own, long answers, BiFunction<JsonNode, JsonNode, Comparison> comparison) {
        var login = number % 40 == 39 ? NOBODYS.get(number / 40 % NOBODYS.size()) : LOGINS.get(number % LOGINS.size());
        var oneself = people.get(own.nextInt(people.size()));
        try {
            Question next = null;
            while (tally.answers() < answers || !toCompare.isEmpty()) {
                var question = next != null ? next : think(number, login, oneself, own);
                var token = question.caller().equals("person")
                        ? identityProvider.personToken(Questions.number(oneself))
                        : identityProvider.token(question.caller());
                next = ask(question, token, own.nextInt(ANEW) == 0, comparison);
                if (number % TEAM != 0) {
                    Thread.sleep(own.nextInt(MOST_THINKING_MILLIS));
                }
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            tally.failed(e);
        }
    }

    private Question think(int number, String login, Person oneself, SplittableRandom own) {
        if (login.equals("person")) {
            return questions.ofOneself(oneself, own);
        }
        if (number % TEAM == 0) {
            return questions.lists(login, own);
        }
        var person = own.nextInt(3) == 0 ? toCompare.poll() : null;
        return person == null ? questions.few(login, own) : Questions.whole(person);
    }

    private @Nullable Question ask(
            Question question, String token, boolean anew, BiFunction<JsonNode, JsonNode, Comparison> comparison)
            throws IOException, InterruptedException {
        var response = graphQl.ask(question, token, anew);
        tally.response(response.statusCode());
        if (response.statusCode() != 200) {
            Thread.sleep(REFUSED);
            return null;
        }
        var body = response.body();
        var found = scan.of(body, question.expected());
        tally.scanned(question, body, found);
        var compared = question.compared();
        var before = compared == null ? null : alone.get(compared);
        if (compared != null && before != null && !found.answers().isEmpty()) {
            var told = JsonMapper.shared().readTree(found.answers().getFirst().text(body));
            tally.compared(compared, comparison.apply(before, told));
        }
        if (compared != null && !tally.comparedPeople().contains(compared) && isComparable(compared)) {
            // Just then, no partner answered as before.
            toCompare.add(compared);
        }
        return Questions.following(question, body);
    }
}
