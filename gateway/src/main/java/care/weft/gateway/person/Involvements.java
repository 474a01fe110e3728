package care.weft.gateway.person;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.RecordState;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.Section;
import care.weft.spi.model.Stay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is involved in a person's care: whom a partner names as responsible, and who follows from what is open at the partners. A
 * record that is over involves nobody; one of unknown state involves its people, because it may go on.
 */
public final class Involvements {

    /** The sections that it is put together from. */
    public static final List<Section> SECTIONS = List.of(
            Section.INVOLVEMENTS,
            Section.DEMOGRAPHICS,
            Section.APPOINTMENTS,
            Section.CARE_PACKAGES,
            Section.REFERRALS,
            Section.ASSESSMENTS,
            Section.STAYS);

    private final LocalDate today;
    private final Contacts contacts;
    private final Receivers receivers;
    private final List<Involved> found = new ArrayList<>();

    private Involvements(LocalDate today, Contacts contacts, Receivers receivers) {
        this.today = today;
        this.contacts = contacts;
        this.receivers = receivers;
    }

    /**
     * Everybody who is involved.
     *
     * @param answers those of {@link #SECTIONS} that were read
     * @param now "today" is its Europe/London day
     * @return key workers first, then those stated, then those inferred, in each the latest contact first; the same
     *     person, team and role at one partner once
     */
    public static List<Involved> of(List<SectionAnswer> answers, Instant now) {
        var contacts = new Contacts(now);
        each(answers, (entry, source) -> {
            if (entry instanceof Appointment appointment) {
                contacts.add(appointment, source);
            }
        });
        var involvements = new Involvements(LocalDate.ofInstant(now, Moment.LONDON), contacts, Receivers.of(answers));
        // Whom a partner states is not inferred too.
        each(answers, (entry, source) -> {
            if (entry instanceof Involvement stated) {
                involvements.stated(stated, source);
            }
        });
        each(answers, involvements::infer);
        involvements.found.addAll(contacts.ofNobodyElse());
        return InvolvedOrder.eachOnce(involvements.found);
    }

    private interface Taker {
        void take(Entry entry, SourceAnswer source);
    }

    private static void each(List<SectionAnswer> answers, Taker taker) {
        for (var answer : answers) {
            for (var source : answer.sources()) {
                source.entries().forEach(entry -> taker.take(entry, source));
            }
        }
    }

    private void infer(Entry entry, SourceAnswer source) {
        switch (entry) {
            case Demographics details -> practice(details, source);
            case CarePackage carePackage -> carePackage(carePackage, source);
            case Referral referral -> referral(referral, source);
            case Assessment assessment -> assessment(assessment, source);
            case Stay stay -> stay(stay, source);
            // Told before; told by the contacts; and whoever is close to the person is no professional.
            case Involvement _, Appointment _, Relationship _ -> {}
        }
    }

    private void stated(Involvement stated, SourceAnswer source) {
        var until = stated.until();
        if (until == null || !until.latest().isBefore(today)) {
            add(
                    stated.organisation(),
                    stated.team(),
                    words(stated.role()),
                    stated.practitioner(),
                    stated.contact(),
                    stated.since(),
                    stated.keyWorker(),
                    InvolvementBasis.STATED,
                    stated.source(),
                    source);
        }
    }

    private void practice(Demographics details, SourceAnswer source) {
        if (details.practice() != null && details.death() == null) {
            infer(details.practice(), null, Contacts.GENERAL_PRACTICE, null, null, null, details.source(), source);
        }
    }

    private void carePackage(CarePackage carePackage, SourceAnswer source) {
        if (!mayGoOn(carePackage)) {
            return;
        }
        var provider = carePackage.provider() == null ? carePackage.organisation() : carePackage.provider();
        var service = carePackage.serviceType() == null ? carePackage.title() : words(carePackage.serviceType());
        infer(provider, null, service, null, null, carePackage.startsOn(), carePackage.source(), source);
        if (carePackage.coordinator() != null && !isStated(carePackage.coordinator(), source)) {
            infer(
                    carePackage.organisation(),
                    null,
                    "Responsible for " + service,
                    carePackage.coordinator(),
                    null,
                    carePackage.startsOn(),
                    carePackage.source(),
                    source);
        }
    }

    private boolean isStated(Practitioner practitioner, SourceAnswer source) {
        return found.stream()
                .filter(each -> each.basis() == InvolvementBasis.STATED)
                .filter(each ->
                        each.source().partner().id().equals(source.partner().id()))
                .anyMatch(each -> each.practitioner() != null
                        && each.practitioner().name().equalsIgnoreCase(practitioner.name()));
    }

    private void referral(Referral referral, SourceAnswer source) {
        if (mayGoOn(referral) && !receivers.tellOf(referral, source)) {
            infer(
                    referral.to() == null ? referral.organisation() : referral.to(),
                    null,
                    referral.service() == null ? referral.title() : words(referral.service()),
                    null,
                    null,
                    day(referral.requestedOn()),
                    referral.source(),
                    source);
        }
    }

    private void assessment(Assessment assessment, SourceAnswer source) {
        if (mayGoOn(assessment)) {
            infer(
                    assessment.organisation(),
                    assessment.team(),
                    assessment.title(),
                    assessment.assessor(),
                    assessment.contact(),
                    assessment.startedOn() == null ? assessment.requestedOn() : assessment.startedOn(),
                    assessment.source(),
                    source);
        }
    }

    private void stay(Stay stay, SourceAnswer source) {
        if (stay.state() == RecordState.ACTIVE) {
            infer(
                    stay.organisation(),
                    stay.ward(),
                    stay.title(),
                    null,
                    null,
                    day(stay.admittedOn()),
                    stay.source(),
                    source);
        }
    }

    private void infer(
            @Nullable Organisation organisation,
            @Nullable String team,
            @Nullable String role,
            @Nullable Practitioner practitioner,
            @Nullable Contact contact,
            @Nullable PartialDate since,
            RecordSource record,
            SourceAnswer source) {
        add(organisation, team, role, practitioner, contact, since, false, InvolvementBasis.INFERRED, record, source);
    }

    private void add(
            @Nullable Organisation organisation,
            @Nullable String team,
            @Nullable String role,
            @Nullable Practitioner practitioner,
            @Nullable Contact contact,
            @Nullable PartialDate since,
            boolean keyWorker,
            InvolvementBasis basis,
            RecordSource record,
            SourceAnswer source) {
        found.add(contacts.seen(new Involved(
                organisation, team, role, practitioner, contact, since, null, null, keyWorker, basis, record, source)));
    }

    private static boolean mayGoOn(CareRecord record) {
        return record.state() != RecordState.DONE && record.state() != RecordState.CANCELLED;
    }

    private static @Nullable String words(@Nullable Coding coding) {
        return coding == null ? null : coding.display();
    }

    private static @Nullable PartialDate day(@Nullable Moment moment) {
        return switch (moment) {
            case null -> null;
            case Moment.Dated(var date) -> date;
            case Moment.Timed timed -> PartialDate.of(timed.earliestDay());
        };
    }
}
