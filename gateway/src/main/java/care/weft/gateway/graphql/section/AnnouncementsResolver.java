package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.advice.AdviceStoreUnavailableException;
import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.Announcements;
import care.weft.gateway.advice.AssessmentAnnouncement;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Errors;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.person.People;
import care.weft.gateway.person.Person;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Section;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers {@code announcements}, {@code Person.announcements} and who is meant by one. */
@Controller
final class AnnouncementsResolver {

    /** More in one list are looked through by narrower dates. */
    private static final int MOST = 1000;

    /** Each person on the page is opened. */
    private static final int MAX_PAGE = People.MAX_PER_OPERATION;

    private final Announcements announcements;
    private final AnnouncementViews views;
    private final People people;
    private final PersonSeal seal;
    private final Clock clock;

    AnnouncementsResolver(
            Announcements announcements, AnnouncementViews views, People people, PersonSeal seal, Clock clock) {
        this.announcements = announcements;
        this.views = views;
        this.people = people;
        this.seal = seal;
        this.clock = clock;
    }

    @SchemaMapping
    CompletableFuture<List<AnnouncementView>> announcements(Person person, DataFetchingEnvironment field) {
        var caller = Operations.of(field.getGraphQlContext()).caller();
        return SectionLoaders.load(field, Section.ASSESSMENTS, person.key())
                .thenCombine(SectionLoaders.loadAnnounced(field, person.key()), (answer, announced) -> {
                    if (!AnnouncementSource.mayBeSeen(answer)) {
                        throw new PersonRefused(
                                PersonRefused.Reason.FORBIDDEN, "Your role may not read this part of a record.");
                    }
                    if (!announced.isRead()) {
                        throw AdviceStoreUnavailableException.ofAnnouncements();
                    }
                    return views.all(announced.shown(answer), caller);
                });
    }

    @QueryMapping
    Mono<Page<AnnouncementView>> announcements(
            @Argument @Nullable Boolean mine,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment field) {
        if (first < 1 || first > MAX_PAGE) {
            throw new BadArgument("first", "Argument 'first' must be 1 to " + MAX_PAGE + ".");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadArgument("to", "Argument 'to' must not be before 'from'.");
        }
        var place = after == null
                ? null
                : AnnouncementCursor.parse(after)
                        .orElseThrow(() -> new BadArgument(
                                "after", "Argument 'after' must be the endCursor of an earlier page of this list."));
        var caller = Operations.of(field.getGraphQlContext()).caller();
        var organisations = Boolean.TRUE.equals(mine) ? List.<String>of() : organisations(caller);
        var begin = from == null ? LocalDate.now(clock.withZone(Moment.LONDON)) : from;
        var end = to == null ? announcements.latest() : startOf(to.plusDays(1));
        return announcements
                .planned(AnnouncementPlans.callerId(caller), organisations, startOf(begin), end, MOST)
                .flatMap(found -> page(found, place, first, caller, field));
    }

    private Mono<Page<AnnouncementView>> page(
            List<AssessmentAnnouncement> found,
            @Nullable AnnouncementCursor after,
            int first,
            Caller caller,
            DataFetchingEnvironment field) {
        var rest = found.stream()
                .filter(each -> after == null || after.isBefore(each))
                .toList();
        var page = rest.subList(0, Math.min(first, rest.size()));
        // All are opened before the first is read, so that one batch per partner serves them all.
        return Flux.fromIterable(page)
                .flatMapSequential(each -> open(each, field), page.size() + 1)
                .collectList()
                .flatMap(opened -> visible(opened, field))
                .map(visible -> new Page<>(views.all(visible, caller), rest.size() > page.size(), after != null));
    }

    /** Whoever may not open the person, or not see the assessment, does not see it announced. */
    private Mono<List<AssessmentAnnouncement>> visible(List<Opened> opened, DataFetchingEnvironment field) {
        var audit = Operations.of(field.getGraphQlContext()).audit();
        var reads = opened.stream()
                .map(each -> SectionLoaders.load(
                                field, Section.ASSESSMENTS, each.person().key())
                        .thenApply(answer -> {
                            var shown = views.shown(each.announcement(), answer);
                            audit.record(Announced.disclosure(each.person().key(), shown));
                            return shown;
                        }))
                .toList();
        return Flux.fromIterable(reads)
                .flatMapSequential(Mono::fromFuture, reads.size() + 1)
                .flatMapIterable(shown -> shown)
                .collectList();
    }

    private Mono<Opened> open(AssessmentAnnouncement announcement, DataFetchingEnvironment field) {
        return person(announcement, field)
                .map(person -> new Opened(announcement, person))
                .onErrorResume(Errors::isOfOne, _ -> Mono.empty());
    }

    private record Opened(AssessmentAnnouncement announcement, Person person) {}

    @SchemaMapping(typeName = "AssessmentAnnouncement")
    Mono<Person> person(AnnouncementView view, DataFetchingEnvironment field) {
        return person(view.announcement(), field);
    }

    private Mono<Person> person(AssessmentAnnouncement announcement, DataFetchingEnvironment field) {
        var key = seal.open(announcement.person()).value();
        return people.open(
                Operations.of(field.getGraphQlContext()),
                NhsNumber.parse(key.substring(key.indexOf(':') + 1)).orElseThrow());
    }

    private static List<String> organisations(Caller caller) {
        return caller.actsFor().stream()
                .map(Organisation::odsCode)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Moment.LONDON).toInstant();
    }
}
