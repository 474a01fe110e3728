package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.partner.Partners;
import care.weft.spi.DateWindow;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.RecordState;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Stay;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a page of a list from whole answers: filter, order, page, and say what it is worth. */
@Component
final class RecordLists {

    /** What goes on without a stated end. */
    private static final Moment OPEN_END = Moment.of(new PartialDate(9999, null, null));

    private final Partners partners;
    private final OpaqueIds ids;
    private final Clock clock;

    RecordLists(Partners partners, OpaqueIds ids, Clock clock) {
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param answers one section, or several for a time line
     * @param keep a section's own filter
     */
    RecordConnection page(List<SectionAnswer> answers, DataFetchingEnvironment field, Predicate<CareRecord> keep) {
        var arguments = ListArguments.of(field, partners);
        var now = clock.instant();
        var sections = answers.stream()
                .map(answer -> answer.sources().stream()
                        .map(source -> leaveOut(source, arguments))
                        .toList())
                .toList();
        var sources = sections.stream().flatMap(List::stream).toList();
        var records = new ArrayList<ReleasedRecord>();
        for (var source : sources) {
            for (var entry : source.entries()) {
                if (entry instanceof CareRecord record && keep.test(record) && isAsked(record, arguments)) {
                    records.add(release(record, source, now));
                }
            }
        }
        records.sort(Cursor::compare);
        // A time line is as complete as its least complete section.
        var completeness = sections.stream()
                .map(section -> Completeness.of(section, arguments.window()))
                .max(Completeness::compareTo)
                .orElse(Completeness.INCOMPLETE);
        return page(
                records,
                arguments,
                sources.stream()
                        .map(source -> SourceStatus.of(source, arguments.window(), now))
                        .toList(),
                completeness);
    }

    private static RecordConnection page(
            List<ReleasedRecord> records,
            ListArguments arguments,
            List<SourceStatus> sources,
            Completeness completeness) {
        var after = arguments.after();
        int begin = after == null ? 0 : firstAfter(after, records);
        int end = Math.min(records.size(), begin + arguments.first());
        return new RecordConnection(
                List.copyOf(records.subList(begin, end)),
                end < records.size(),
                begin > 0,
                new Count(records.size(), completeness == Completeness.INCOMPLETE),
                sources,
                completeness);
    }

    private static int firstAfter(Cursor after, List<ReleasedRecord> records) {
        int begin = 0;
        while (begin < records.size() && !after.isBefore(records.get(begin))) {
            begin++;
        }
        return begin;
    }

    /** One record on its way out. */
    ReleasedRecord release(CareRecord record, SourceAnswer source, Instant now) {
        return new ReleasedRecord(
                record,
                Provenance.of(record.source(), source, now),
                () -> ids.record(
                        source.partner().id(),
                        record.section().name(),
                        record.source().recordId()));
    }

    private static SourceAnswer leaveOut(SourceAnswer source, ListArguments arguments) {
        return source.outcome() != Outcome.NOT_OFFERED
                        && arguments.except().contains(source.partner().id())
                ? SourceAnswer.without(source.partner(), source.section(), Outcome.NOT_NEEDED)
                : source;
    }

    private static boolean isAsked(CareRecord record, ListArguments arguments) {
        var since = arguments.recordedSince();
        var recordedAt = record.source().recordedAt();
        return (since == null || recordedAt == null || !recordedAt.isBefore(since))
                && arguments.window().touches(record.when(), end(record));
    }

    /** What goes on lasts to the end of time, as far as a date range is concerned. */
    static @Nullable Moment end(CareRecord record) {
        var until = record.until();
        boolean lasts = record instanceof CarePackage || record instanceof Referral || record instanceof Stay;
        return until == null && lasts && mayBeOpen(record) && record.when() != null ? OPEN_END : until;
    }

    /** Whether a record is not known to be over: one of unknown state is shown rather than forgotten. */
    static boolean mayBeOpen(CareRecord record) {
        return record.state() != RecordState.DONE && record.state() != RecordState.CANCELLED;
    }

    /** Every partner's word on sections, without their records. */
    List<SourceStatus> statuses(List<SectionAnswer> answers) {
        var now = clock.instant();
        return answers.stream()
                .flatMap(answer -> answer.sources().stream())
                .map(source -> SourceStatus.of(source, DateWindow.ALWAYS, now))
                .toList();
    }
}
