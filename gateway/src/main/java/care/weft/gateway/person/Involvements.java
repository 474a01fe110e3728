package care.weft.gateway.person;

import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.partner.Partner;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

    private static final Comparator<Involved> ORDER = Comparator.comparing(Involved::keyWorker)
            .reversed()
            .thenComparing(Involved::basis)
            .thenComparing(Involved::lastContact, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Involvements::words)
            .thenComparing(Involvements::isNamed, Comparator.reverseOrder());

    private final LocalDate today;
    private final Contacts contacts;
    private final List<Involved> found = new ArrayList<>();
    private Map<String, Partner> answering = Map.of();

    private Involvements(LocalDate today, Contacts contacts) {
        this.today = today;
        this.contacts = contacts;
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
        var involvements = new Involvements(LocalDate.ofInstant(now, Moment.LONDON), contacts);
        involvements.answering = answering(answers);
        each(answers, involvements::take);
        contacts.ofNobodyElse().forEach(involvements.found::add);
        return distinct(involvements.found.stream().sorted(ORDER));
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

    private void take(Entry entry, SourceAnswer source) {
        switch (entry) {
            case Involvement stated -> stated(stated, source);
            case Demographics details -> practice(details, source);
            case CarePackage carePackage -> carePackage(carePackage, source);
            case Referral referral -> referral(referral, source);
            case Assessment assessment -> assessment(assessment, source);
            case Stay stay -> stay(stay, source);
            case Appointment _ -> {}
            case Relationship _ -> {}
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
                .filter(each -> each.source().partner().equals(source.partner()))
                .anyMatch(each -> each.practitioner() != null
                        && each.practitioner().name().equalsIgnoreCase(practitioner.name()));
    }

    private void referral(Referral referral, SourceAnswer source) {
        if (mayGoOn(referral) && !isToldByTheReceiver(referral, source)) {
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

    /** Whether the one who is asked to take the person on is a partner that says itself what became of it. */
    private boolean isToldByTheReceiver(Referral referral, SourceAnswer source) {
        var to = referral.to();
        var receiver = to == null || to.odsCode() == null ? null : answering.get(to.odsCode());
        return receiver != null && !receiver.equals(source.partner());
    }

    /** The partners that answered for referrals, by their organisations' codes. */
    private static Map<String, Partner> answering(List<SectionAnswer> answers) {
        var answering = new HashMap<String, Partner>();
        for (var answer : answers) {
            for (var source : answer.sources()) {
                var code = source.partner().odsCode();
                if (answer.section() == Section.REFERRALS && source.outcome() == Outcome.ANSWERED && code != null) {
                    answering.put(code, source.partner());
                }
            }
        }
        return answering;
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

    /** The first of those that say the same of the same worker or team at one partner. */
    private static List<Involved> distinct(Stream<Involved> ordered) {
        var said = new ArrayList<String>();
        var kept = new ArrayList<Involved>();
        ordered.forEach(involved -> {
            // Every partner may name the practice: one is enough.
            var key = Contacts.GENERAL_PRACTICE.equals(involved.role())
                    ? words(involved)
                    : involved.source().partner().id().value() + "|" + words(involved);
            if (!said.contains(key)) {
                said.add(key);
                kept.add(involved);
            }
        });
        return List.copyOf(kept);
    }

    private static boolean isNamed(Involved involved) {
        return involved.organisation() != null && involved.organisation().isNamed();
    }

    private static String words(Involved involved) {
        var organisation = involved.organisation();
        var practitioner = involved.practitioner();
        return String.join(
                        "|",
                        organisation == null
                                ? ""
                                : Objects.requireNonNullElse(organisation.odsCode(), organisation.name()),
                        Objects.requireNonNullElse(involved.team(), ""),
                        practitioner == null ? "" : practitioner.name(),
                        Objects.requireNonNullElse(involved.role(), ""))
                .toLowerCase(Locale.UK);
    }
}
