package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.partner.Pulse;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.AdapterProfile;
import care.weft.spi.DataSource;
import care.weft.spi.DateWindow;
import care.weft.spi.Endpoint;
import care.weft.spi.Extent;
import care.weft.spi.LookupKey;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Location;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The announcements as one more source of assessments, which is no partner: what was announced is told as booked, under the name of
 * this gateway and not of the announcer's partner, whose own record may know nothing of it.
 *
 * <p>It has a row among the sources where there is something to tell: an announcement, or that they could not be read.
 */
@Component
public final class AnnouncementSource {

    /** What the source is called where partners have their ids. */
    public static final PartnerId ID = new PartnerId("weft-announcements");

    /** The system of codes that are ids of the catalogue. */
    static final String CATALOGUE_CODES = "urn:weft:assessment-catalogue";

    private static final String BY_NUMBER = "nhs:";

    private final Partner source;
    private final Catalogue catalogue;
    private final Concepts concepts;
    private final Announcements announcements;
    private final Clock clock;

    AnnouncementSource(
            Catalogue catalogue, Concepts concepts, Announcements announcements, Partners partners, Clock clock) {
        if (partners.all().stream().anyMatch(partner -> partner.id().equals(ID))) {
            throw new SettingException(
                    "weft.partners." + ID.value(), "is the name of the gateway's own announcements", "Choose another.");
        }
        this.catalogue = catalogue;
        this.concepts = concepts;
        this.announcements = announcements;
        this.clock = clock;
        this.source = new Partner(
                ID,
                "Weft announcement",
                ID.value(),
                null,
                null,
                new AdapterProfile(
                        Map.of(Section.ASSESSMENTS, StandardWindow.EVERYTHING),
                        LookupKey.NHS_NUMBER,
                        1,
                        1,
                        0,
                        DataSource.LIVE,
                        PresentedIdentity.SERVICE),
                _ -> Flux.empty(),
                new Endpoint(ID.value(), URI.create("http://localhost/")),
                new Pulse(clock));
    }

    /** As a partner is told of. */
    public Partner partner() {
        return source;
    }

    /**
     * The announcements that a caller may see: whoever may see no assessments sees none of these, and whoever may not see the
     * announcer's partner's assessments not those of that partner's people. Those that the partner's own record shows done are
     * remembered as done, and left out.
     *
     * @param answer what the caller may see of assessments, by partner
     * @param open all that are open
     */
    public List<AssessmentAnnouncement> shown(SectionAnswer answer, List<AssessmentAnnouncement> open) {
        var shown = new ArrayList<AssessmentAnnouncement>();
        for (var announcement : open) {
            var done = done(announcement, answer);
            if (done.isPresent()) {
                announcements.done(announcement, done.get());
            } else {
                visible(announcement, answer).ifPresent(shown::add);
            }
        }
        return List.copyOf(shown);
    }

    /** One as far as the caller may see it, whatever has become of it; empty where they may not. */
    public Optional<AssessmentAnnouncement> visible(AssessmentAnnouncement announcement, SectionAnswer answer) {
        if (!isVisible(announcement, answer)) {
            return Optional.empty();
        }
        return Optional.of(answer.whereabouts() == Whereabouts.SHOWN ? announcement : announcement.withoutPlace());
    }

    /**
     * Whether the caller may see assessments of this person, whole, as far as there is anybody to tell of them: what an announcement
     * says is the kind, the team and the place, which are never shown in part.
     */
    public static boolean mayBeSeen(SectionAnswer answer) {
        return answer.sources().stream().anyMatch(AnnouncementSource::isWhollyTold);
    }

    private static boolean isWhollyTold(SourceAnswer source) {
        return source.outcome() != Outcome.WITHHELD
                && source.outcome() != Outcome.NOT_OFFERED
                && source.limits().isNone();
    }

    /** By the rights to the announcer's partner's assessments; where they are of no partner, to any partner's. */
    private static boolean isVisible(AssessmentAnnouncement announcement, SectionAnswer answer) {
        return mayBeSeen(answer)
                && answer.sources().stream()
                        .filter(each -> each.partner().id().value().equals(announcement.partner()))
                        .allMatch(AnnouncementSource::isWhollyTold);
    }

    /** The day on which the announcer's partner records that it was done, after it was announced. */
    private Optional<LocalDate> done(AssessmentAnnouncement announcement, SectionAnswer answer) {
        var announced = Moment.of(announcement.at()).earliestDay();
        return answer.sources().stream()
                .filter(each -> each.partner().id().value().equals(announcement.partner()))
                .flatMap(each ->
                        each.entries().stream().flatMap(entry -> doneOn(entry, each.partner(), announcement).stream()))
                .filter(day -> !day.isBefore(announced))
                .findFirst();
    }

    private Optional<LocalDate> doneOn(Entry entry, Partner partner, AssessmentAnnouncement announcement) {
        // Who may not see a labelled record must not notice it by what is no longer announced.
        if (!(entry instanceof Assessment assessment)
                || !assessment.source().labels().isEmpty()
                || assessment.assessmentStatus() != AssessmentStatus.COMPLETED
                || assessment.completedOn() == null
                || assessment.subject() != announcement.subject().kind()) {
            return Optional.empty();
        }
        var completed = assessment.completedOn().earliest();
        return instrument(partner, assessment)
                .filter(row -> row.id().equals(announcement.instrument()))
                .map(_ -> completed);
    }

    /** The instrument that an assessment is of; empty when it cannot be told. */
    Optional<AssessmentInstrument> instrument(Partner partner, Assessment assessment) {
        return concepts.instrument(partner.id(), partner.kind(), assessment).flatMap(catalogue::find);
    }

    /** The same answer with these among what is told. */
    public SectionAnswer with(SectionAnswer answer, List<AssessmentAnnouncement> shown) {
        var without = without(answer);
        return shown.isEmpty()
                ? without
                : with(
                        without,
                        new SourceAnswer(
                                source,
                                Section.ASSESSMENTS,
                                Outcome.ANSWERED,
                                shown.stream()
                                        .<Entry>map(each -> entry(each, answer.person()))
                                        .toList(),
                                Extent.whole(DateWindow.ALWAYS),
                                null,
                                clock.instant(),
                                List.of(),
                                Freshness.LIVE));
    }

    /** The same answer, saying that it is not known what was announced. Whoever may see no assessments is told nothing. */
    public SectionAnswer unread(SectionAnswer answer) {
        return mayBeSeen(answer)
                ? with(without(answer), SourceAnswer.without(source, Section.ASSESSMENTS, Outcome.UNAVAILABLE))
                : answer;
    }

    private static SectionAnswer with(SectionAnswer answer, SourceAnswer more) {
        var sources = new ArrayList<>(answer.sources());
        sources.add(more);
        return new SectionAnswer(answer.person(), answer.section(), sources, answer.whereabouts());
    }

    private static SectionAnswer without(SectionAnswer answer) {
        return new SectionAnswer(
                answer.person(),
                answer.section(),
                answer.sources().stream()
                        .filter(each -> !each.partner().id().equals(ID))
                        .toList(),
                answer.whereabouts());
    }

    private Assessment entry(AssessmentAnnouncement announcement, PersonKey person) {
        var name = catalogue
                .find(announcement.instrument())
                .map(AssessmentInstrument::name)
                .orElse(announcement.instrument());
        return AssessmentBuilder.builder()
                .source(new RecordSource(
                        announcement.id(), Owner.of(nhsNumber(person)), null, "Weft", announcement.at(), null))
                .title(name)
                .code(new Coding(CATALOGUE_CODES, announcement.instrument(), name))
                .assessmentStatus(AssessmentStatus.BOOKED)
                .subject(announcement.subject().kind())
                .setting(announcement.setting())
                .bookedAt(announcement.when())
                .location(location(announcement.where()))
                .contact(announcement.contact())
                .team(announcement.team())
                .assessor(new Practitioner(announcement.who(), null))
                .content(ContentLevel.METADATA)
                .organisation(announcement.organisation())
                .build();
    }

    /** Announced for a number, so theirs is one. */
    private static NhsNumber nhsNumber(PersonKey person) {
        return NhsNumber.parse(person.value().substring(BY_NUMBER.length())).orElseThrow();
    }

    private static @Nullable Location location(@Nullable String where) {
        return where == null ? null : new Location(where, null);
    }
}
