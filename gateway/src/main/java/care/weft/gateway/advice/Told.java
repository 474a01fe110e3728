package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.Change;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.advice.rules.HeldRecord;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.PartnerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What partners told of one person, as the rules see it. What the caller may not see is not in it. */
final class Told {

    private final Concepts concepts;
    private final Set<PartnerId> doubtful;
    private final Map<String, Sourced<?>> records = new LinkedHashMap<>();
    private final Map<String, AssessmentAnnouncement> announced = new HashMap<>();
    private final List<HeldAssessment> assessments = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private Told(Concepts concepts, Set<PartnerId> doubtful) {
        this.concepts = concepts;
        this.doubtful = doubtful;
    }

    static Told of(Person person, List<SectionAnswer> answers, Concepts concepts) {
        return of(person, answers, List.of(), concepts);
    }

    /** @param announced those that are among the answers */
    static Told of(
            Person person, List<SectionAnswer> answers, List<AssessmentAnnouncement> announced, Concepts concepts) {
        var told =
                new Told(concepts, BirthDates.contradicting(person.identified().register(), answers));
        announced.forEach(each -> told.announced.put(each.id(), each));
        answers.stream().flatMap(answer -> answer.sources().stream()).forEach(told::take);
        return told;
    }

    private void take(SourceAnswer source) {
        var partner = source.partner();
        boolean confirmed = isConfirmed(source);
        for (var entry : source.entries()) {
            if (confirmed) {
                changes.addAll(Changes.of(partner.id(), entry));
            }
            if (entry instanceof CareRecord record) {
                records.put(id(record, source), new Sourced<>(record, source));
            }
            if (partner.id().equals(AnnouncementSource.ID) && entry instanceof Assessment plan) {
                var announcement = announced.get(plan.source().recordId());
                if (announcement != null) {
                    assessments.add(HeldAssessments.of(id(plan, source), announcement, concepts));
                }
            } else if (entry instanceof Assessment assessment) {
                var instrument = concepts.instrument(partner.id(), partner.kind(), assessment);
                assessments.add(HeldAssessments.of(
                        id(assessment, source), partner.id(), assessment, instrument.orElse(null), confirmed));
            }
        }
    }

    /** A record with the person's number is theirs, unless it states that they were born on another day. */
    private boolean isConfirmed(SourceAnswer source) {
        return !doubtful.contains(source.partner().id());
    }

    /** One partner may have an appointment and an assessment under one id. */
    private static String id(CareRecord record, SourceAnswer source) {
        return source.partner().id().value() + "/" + record.section() + "/"
                + record.source().recordId();
    }

    /** By the ids that the rules know them by. */
    Map<String, Sourced<?>> records() {
        return records;
    }

    List<HeldAssessment> assessments() {
        return assessments;
    }

    List<Change> changes() {
        return changes;
    }

    <R extends CareRecord> List<HeldRecord<R>> records(Class<R> kind) {
        var held = new ArrayList<HeldRecord<R>>();
        records.forEach((id, sourced) -> {
            if (kind.isInstance(sourced.record())) {
                var source = sourced.source();
                held.add(new HeldRecord<>(
                        id, source.partner().id().value(), isConfirmed(source), kind.cast(sourced.record())));
            }
        });
        return List.copyOf(held);
    }
}
