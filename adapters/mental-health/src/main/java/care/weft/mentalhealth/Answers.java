package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the tables of one section held, and what was made of it. Used by one subscription. */
final class Answers {

    private final Asked asked;
    private final List<Reads.Answer> answers;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    Answers(Asked asked, List<Reads.Answer> answers) {
        this.asked = asked;
        this.answers = answers;
    }

    Asked asked() {
        return asked;
    }

    /** The rows of a table; none where it was not asked for or could not be read. */
    List<Row> rows(String table) {
        return answers.stream()
                .filter(answer -> answer.read().table().equals(table))
                .flatMap(answer -> answer.found().rows().stream())
                .toList();
    }

    /** The rows of a further table that belong to a record: the same id in the same field, and not another patient's. */
    List<Row> belonging(String table, String field, Row to) {
        var id = to.text(field);
        return rows(table).stream()
                .filter(row -> id != null && id.equals(row.text(field)))
                .filter(row -> samePatient(row, to))
                .toList();
    }

    /** Whether a row may say something about another's patient; one that names no patient is whose its record is. */
    static boolean samePatient(Row row, Row to) {
        return row.localPatientId() == null || row.localPatientId().equals(to.localPatientId());
    }

    /** Makes entries of the rows of a table. */
    Answers map(String table, RowMapping<? extends Entry> mapping) {
        entries.addAll(read(rows(table), mapping));
        return this;
    }

    Answers add(List<? extends Entry> more) {
        entries.addAll(more);
        return this;
    }

    /** Reads rows, each on its own: one that cannot be read is rejected, and so is one that the mapping stumbles over. */
    <T> List<T> read(List<Row> rows, RowMapping<T> mapping) {
        var all = new ArrayList<T>();
        for (var row : rows) {
            try {
                var one = mapping.map(row);
                if (one != null) {
                    all.add(one);
                }
            } catch (Unreadable unreadable) {
                rejections.add(new Rejection(row.table(), unreadable.reason()));
            } catch (RuntimeException oddity) {
                // What a mapping did not foresee. Its message may quote the row, so only its kind is told.
                rejections.add(new Rejection(
                        row.table(), "not understood: " + oddity.getClass().getSimpleName()));
            }
        }
        return all;
    }

    PersonReply reply() {
        var main = answers.stream().filter(answer -> answer.read().main()).toList();
        var read = main.stream().filter(answer -> answer.rows() != null).toList();
        if (read.isEmpty()) {
            // One that asking again may mend comes first.
            return new PersonReply.Failed(
                    asked.person(),
                    main.stream()
                            .map(answer ->
                                    Objects.requireNonNull(answer.failure()).fault())
                            .min(Fault::compareTo)
                            .orElseThrow());
        }
        if (read.stream().noneMatch(answer -> answer.found().patientKnown())) {
            return new PersonReply.NotKnown(asked.person());
        }
        boolean truncated = false;
        Instant asOf = null;
        for (var answer : answers) {
            truncated |= note(answer);
            asOf = earlier(asOf, answer.found().asOf());
        }
        var covered = asked.settings().isExtract() ? upToTheExtract(asOf) : asked.window();
        return new PersonReply.Found(
                asked.person(), entries, new Extent(covered, List.of(), truncated), asOf, rejections);
    }

    /** Says what is amiss with the answer of one table; true when it is not whole. */
    private boolean note(Reads.Answer answer) {
        var table = answer.read().table();
        var failure = answer.failure();
        if (failure != null) {
            rejections.add(new Rejection(table, "could not be read: " + failure.getMessage(), failure.fault()));
            return true;
        }
        var rows = answer.found();
        rejections.addAll(rows.rejections());
        if (!rows.patientKnown()) {
            rejections.add(new Rejection(table, "does not know the patient, whom another table knows"));
            return true;
        }
        if (!answer.read().main()
                && rows.rows().stream()
                        .anyMatch(row ->
                                row.localPatientId() != null && !asked.localId().equals(row.localPatientId()))) {
            rejections.add(new Rejection(table, "holds a row of another patient"));
        }
        return rows.truncated();
    }

    /** An extract knows nothing after its own day. */
    private DateWindow upToTheExtract(@Nullable Instant asOf) {
        if (asOf == null) {
            throw new PartnerException(Fault.INVALID_ANSWER, "extract does not say how old it is");
        }
        var day = LocalDate.ofInstant(asOf, Moment.LONDON);
        var window = asked.window();
        if (window.from() != null && day.isBefore(window.from())) {
            throw new PartnerException(Fault.INVALID_ANSWER, "extract is older than the whole window");
        }
        entries.removeIf(entry -> entry instanceof CareRecord care
                && care.when() != null
                && care.when().earliestDay().isAfter(day));
        boolean narrower = window.to() == null || day.isBefore(window.to());
        return narrower && !window.equals(DateWindow.ALWAYS) ? new DateWindow(window.from(), day) : window;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
