package care.weft.gateway.audit;

import care.weft.gateway.store.PersonRows;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import reactor.core.publisher.Flux;

/** The commands about the audit: {@code verify}, {@code replay}, {@code export} and {@code public-key}. */
final class AuditCommands {

    /** All is well. */
    static final int FOUND = 0;
    /** Nothing was found, or the command was not understood. */
    static final int NOTHING = 1;
    /** The audit is not as it was written. */
    static final int BROKEN = 2;

    private static final String USAGE = """
            audit verify                     is every event as it was written, in its place, and none missing?
            audit replay REQUEST-ID          which fields were asked for, and what was shown, to whom and why
            audit export [--person] [--from=YYYY-MM-DD] [--to=YYYY-MM-DD]
                                             events as FHIR AuditEvent (IHE BALP), one line each, newest first;
                                             with --person those of one person, whose NHS number is read from the input,
                                             and after them all else that is stored of the person: {"table": …}, one line
                                             for each row, whatever its day
            audit public-key                 with which others can check the signed heads (Ed25519, X.509, Base64)""";

    private final AuditTrail trail;
    private final AuditKeys keys;
    private final PersonRows stored;
    private final BufferedReader in;
    private final PrintWriter out;

    AuditCommands(AuditTrail trail, AuditKeys keys, PersonRows stored, BufferedReader in, PrintWriter out) {
        this.trail = trail;
        this.keys = keys;
        this.stored = stored;
        this.in = in;
        this.out = out;
    }

    /** Runs one; blocks. Gives the exit status. */
    int run(ApplicationArguments arguments) throws IOException {
        var words = arguments.getNonOptionArgs();
        var command = words.size() < 2 ? "" : words.get(1);
        try {
            return switch (command) {
                case "verify" -> verify();
                case "replay" -> words.size() == 3 ? replay(words.get(2)) : say(USAGE);
                case "export" -> export(arguments);
                case "public-key" -> publicKey();
                default -> say(USAGE);
            };
        } finally {
            out.flush();
        }
    }

    private int say(String why) {
        out.println(why);
        return NOTHING;
    }

    private int publicKey() {
        out.println(new HeadSignature(keys).publicKey());
        return FOUND;
    }

    private int verify() {
        return switch (trail.verify().blockOptional().orElseThrow()) {
            case Verification.Intact(var events, var heads) -> {
                out.printf("Intact: %d events, held against %d signed heads.%n", events, heads);
                if (heads == 0) {
                    out.println("Without signed heads, events dropped from the end do not show:"
                            + " look where weft.audit.heads.directory leads.");
                }
                yield FOUND;
            }
            case Verification.Broken(var node, var sequence, var reason) -> {
                out.printf("BROKEN at event %d of node %s: %s.%n", sequence, node, reason);
                yield BROKEN;
            }
        };
    }

    private int replay(String requestId) {
        var events =
                trail.findByRequest(requestId).collectList().blockOptional().orElseThrow();
        if (events.isEmpty()) {
            return say("There is no event of this request.");
        }
        events.forEach(event -> EventText.of(event).forEach((Consumer<String>) out::println));
        return FOUND;
    }

    private int export(ApplicationArguments arguments) throws IOException {
        var person = arguments.containsOption("person") ? readPerson() : null;
        if (arguments.containsOption("person") && person == null) {
            return say(
                    "The first line of the input must be an NHS number: ten digits, of which the last is its check digit.");
        }
        try {
            var from = day(arguments, "from");
            var to = day(arguments, "to");
            var filter = new AccessFilter(
                    person,
                    null,
                    null,
                    null,
                    Set.of(),
                    from == null ? null : from.atStartOfDay(Moment.LONDON).toInstant(),
                    to == null
                            ? null
                            : to.plusDays(1).atStartOfDay(Moment.LONDON).toInstant(),
                    null);
            var events = trail.findAll(filter)
                    .filter(event -> !(event.fact() instanceof AuditFact.Purged))
                    .map(BalpEvent::write);
            var lines = (person == null ? events : events.concatWith(storedOf(person)))
                    .doOnNext((Consumer<String>) out::println)
                    .count()
                    .blockOptional()
                    .orElseThrow();
            return lines == 0 ? NOTHING : FOUND;
        } catch (DateTimeException notADay) {
            return say("--from and --to are days, such as 2026-11-22.");
        }
    }

    private Flux<String> storedOf(PersonKey person) {
        var seal = new PersonSeal(keys);
        return stored.of(List.of(seal.seal(person), seal.pseudonym(person))).map(row -> StoredLine.of(row, person));
    }

    /** From the input, for command lines are kept and shown in many places. */
    private @Nullable PersonKey readPerson() throws IOException {
        var line = in.readLine();
        return line == null
                ? null
                : NhsNumber.parse(line.strip().replaceAll("[ -]", ""))
                        .map(PersonKey::of)
                        .orElse(null);
    }

    private static @Nullable LocalDate day(ApplicationArguments arguments, String option) {
        List<String> written = arguments.getOptionValues(option);
        return written == null || written.isEmpty() ? null : LocalDate.parse(written.getFirst());
    }
}
