package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.person.Joined;
import care.weft.gateway.person.JoinedDemographics;
import care.weft.gateway.person.Person;
import care.weft.spi.DateWindow;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Precision;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code Person.demographics}. */
@Controller
final class DemographicsResolver {

    private final RecordLists lists;
    private final Clock clock;

    DemographicsResolver(RecordLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @SchemaMapping
    CompletableFuture<DemographicsSection> demographics(Person person, DataFetchingEnvironment field) {
        return SectionLoaders.load(field, Section.DEMOGRAPHICS, person.key()).thenApply(this::section);
    }

    private DemographicsSection section(SectionAnswer answer) {
        var now = clock.instant();
        var joined = JoinedDemographics.of(answer);
        return new DemographicsSection(
                joined.empty() ? null : value(joined, now),
                joined.conflicts().stream()
                        .map(conflict -> conflict(conflict, now))
                        .toList(),
                answer.whereabouts(),
                lists.statuses(List.of(answer)),
                Completeness.of(answer.sources(), DateWindow.ALWAYS));
    }

    private static Value value(JoinedDemographics joined, Instant now) {
        return new Value(
                joined.name()
                        .map(name -> new StatedName(
                                name.value().display(),
                                name.value().family(),
                                name.value().given(),
                                name.value().prefix(),
                                provenance(name, now)))
                        .orElse(null),
                joined.birthDate()
                        .map(date -> new StatedDate(date.value(), provenance(date, now)))
                        .orElse(null),
                joined.gender()
                        .map(gender -> new StatedText(gender.value(), provenance(gender, now)))
                        .orElse(null),
                joined.address()
                        .map(address -> new StatedAddress(
                                address.value().lines(),
                                address.value().city(),
                                address.value().postcode(),
                                provenance(address, now)))
                        .orElse(null),
                joined.practice()
                        .map(practice -> new StatedOrganisation(practice.value(), provenance(practice, now)))
                        .orElse(null),
                joined.death()
                        .map(death -> new StatedDeath(
                                death.value().on(), death.value().status(), provenance(death, now)))
                        .orElse(null),
                joined.telecoms().stream()
                        .map(telecom -> new StatedTelecom(
                                telecom.value().kind(),
                                telecom.value().value(),
                                telecom.value().use(),
                                provenance(telecom, now)))
                        .toList());
    }

    private static ConflictView conflict(JoinedDemographics.Conflict conflict, Instant now) {
        return new ConflictView(
                conflict.field(),
                conflict.values().stream()
                        .map(value -> new ConflictingValue(value.value(), provenance(value, now)))
                        .toList());
    }

    private static Provenance provenance(Joined<?> joined, Instant now) {
        return Provenance.of(joined.record().source(), joined.source(), now);
    }

    /** Who the person is, joined. */
    record DemographicsSection(
            @Nullable Value value,
            List<ConflictView> conflicts,
            Whereabouts whereabouts,
            List<SourceStatus> sources,
            Completeness completeness) {

        public boolean complete() {
            return completeness == Completeness.COMPLETE;
        }
    }

    /** Values of a person, each with the record that states it. */
    record Value(
            @Nullable StatedName name,
            @Nullable StatedDate birthDate,
            @Nullable StatedText gender,
            @Nullable StatedAddress address,
            @Nullable StatedOrganisation practice,
            @Nullable StatedDeath death,
            List<StatedTelecom> telecoms) {}

    record StatedName(
            String display,
            @Nullable String family,
            List<String> given,
            @Nullable String prefix,
            Provenance provenance) {}

    record StatedDate(PartialDate date, Provenance provenance) {}

    record StatedText(String text, Provenance provenance) {}

    record StatedAddress(
            List<String> lines,
            @Nullable String city,
            @Nullable String postcode,
            Provenance provenance) {}

    record StatedOrganisation(Organisation organisation, Provenance provenance) {}

    record StatedDeath(@Nullable Moment on, @Nullable Coding status, Provenance provenance) {

        public @Nullable Precision precision() {
            return on == null ? null : on.precision();
        }
    }

    record StatedTelecom(
            String kind, String value, @Nullable String use, Provenance provenance) {}

    record ConflictView(String field, List<ConflictingValue> values) {}

    record ConflictingValue(String value, Provenance provenance) {}
}
