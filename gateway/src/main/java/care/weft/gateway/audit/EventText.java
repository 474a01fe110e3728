package care.weft.gateway.audit;

import care.weft.spi.model.Moment;
import care.weft.spi.model.PersonKey;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event in plain words, for an auditor: several lines, the first of which is not indented. Names the person. */
final class EventText {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss.SSS zzz", Locale.UK)
            .withZone(Moment.LONDON);

    private EventText() {}

    static List<String> of(AuditEvent event) {
        var lines = new ArrayList<String>();
        lines.add(WHEN.format(event.recordedAt()) + ", event " + event.sequence() + " of node " + event.node());
        var context = event.context();
        lines.add("  who:      " + (context.callerName() == null ? "" : context.callerName() + ", ")
                + context.callerId() + " at " + context.issuer());
        lines.add("  as:       " + String.join(", ", context.roles())
                + (context.organisation() == null ? "" : " for " + context.organisation()));
        lines.add("  why:      " + context.purpose()
                + (context.operationName() == null ? "" : ", operation " + context.operationName()));
        if (context.fields() != null) {
            lines.add("  fields:   " + context.fields());
        }
        switch (event.fact()) {
            case AuditFact.Disclosure(var person, var shown) -> {
                lines.add("  whose:    " + whose(person));
                shown.forEach(section -> lines.addAll(shown(section)));
            }
            case AuditFact.Denial(var person, var reason, var section) -> {
                lines.add("  whose:    " + whose(person));
                lines.add("  refused:  " + (section == null ? "the whole record" : section.name()) + ", " + reason);
            }
            case AuditFact.Lookup(var person, var partner, var outcome) -> {
                lines.add("  whose:    " + whose(person));
                lines.add("  looked up by the gateway itself, nothing of it shown: " + partner + ", " + outcome);
            }
            case AuditFact.Written(var person, var action, var id) -> {
                if (person != null) {
                    lines.add("  whose:    " + whose(person));
                }
                lines.add("  written:  " + action + ", " + id);
            }
            case AuditFact.Advice advice -> {
                lines.add("  whose:    " + whose(advice.person()));
                lines.add("  advised:  " + advice.decision() + " on " + advice.instrument() + ", advice "
                        + advice.adviceId() + ", by rules " + advice.ruleVersion());
                lines.add("  asked:    " + words(advice.inputs()));
            }
            case AuditFact.Search search -> {
                if (search.person() != null) {
                    lines.add("  whose:    " + whose(search.person()));
                }
                lines.add("  searched: " + search.what() + ", found " + search.found()
                        + (search.criteria().isEmpty() ? "" : ", by " + words(search.criteria())));
            }
            case AuditFact.SecurityEvent(var kind, var person, var partner) -> {
                if (person != null) {
                    lines.add("  whose:    " + whose(person));
                }
                lines.add("  broken:   " + kind + (partner == null ? "" : " by " + partner));
            }
            case AuditFact.Purged(var kind) -> {
                lines.subList(1, lines.size()).clear();
                lines.add("  purged:   it was a " + kind + "; its time of keeping is over");
            }
        }
        return lines;
    }

    private static List<String> shown(AuditFact.Shown section) {
        var lines = new ArrayList<String>();
        lines.add("  shown:    " + section.section() + " of " + section.partner() + ", " + section.outcome() + ", "
                + section.records().size() + " records");
        section.records()
                .forEach(record -> lines.add("    record " + record.recordId() + " version " + orNone(record.version())
                        + " digest " + orNone(record.digest())));
        return lines;
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String whose(PersonKey person) {
        return person.value().startsWith("nhs:")
                ? "NHS number " + person.value().substring(4)
                : person.value();
    }
}
