package care.weft.gateway.person;

import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.spi.model.Address;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Telecom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is by all partners' records: a value where all that state one agree, a conflict where they do not. Nothing is
 * chosen, and nothing is put together from two records.
 *
 * @param empty whether no partner states anything
 */
public record JoinedDemographics(
        boolean empty,
        Optional<Joined<PersonName>> name,
        Optional<Joined<PartialDate>> birthDate,
        Optional<Joined<String>> gender,
        Optional<Joined<Address>> address,
        Optional<Joined<Organisation>> practice,
        Optional<Joined<Death>> death,
        List<Joined<Telecom>> telecoms,
        List<Conflict> conflicts) {

    /**
     * A field on which partners disagree.
     *
     * @param field named as in the API
     * @param values two or more, one for each partner that states one
     */
    public record Conflict(String field, List<Joined<String>> values) {}

    public static JoinedDemographics of(SectionAnswer answer) {
        var records = new ArrayList<Joined<Demographics>>();
        for (var source : answer.sources()) {
            for (var entry : source.entries()) {
                if (entry instanceof Demographics record) {
                    records.add(new Joined<>(record, record, source));
                }
            }
        }
        var conflicts = new ArrayList<Conflict>();
        // Whether it may be told that somebody had another name is not known while the register is silent.
        var ofIdentity = answer.whereabouts() == Whereabouts.NOT_ESTABLISHED ? new ArrayList<Conflict>() : conflicts;
        return new JoinedDemographics(
                records.isEmpty(),
                join("name", records, Demographics::name, PersonName::display, ofIdentity),
                join("birthDate", records, Demographics::birthDate, PartialDate::toString, ofIdentity),
                gender(records),
                address(records, conflicts),
                named(
                        join("practice", records, Demographics::practice, JoinedDemographics::oneLine, conflicts),
                        records),
                death(records),
                telecoms(records),
                conflicts);
    }

    /**
     * One partner's word where all that state one agree. Where they do not, none is told, and not that they disagree either: it
     * may disclose that somebody changed their gender (PRSB, local authority information standard).
     */
    private static Optional<Joined<String>> gender(List<Joined<Demographics>> records) {
        return join("gender", records, Demographics::gender, Function.identity(), new ArrayList<>());
    }

    /** A partner that states only a postcode does not contradict one that states the whole address of that postcode. */
    private static Optional<Joined<Address>> address(List<Joined<Demographics>> records, List<Conflict> conflicts) {
        var fullest = stated(records, Demographics::address).stream()
                .max(Comparator.comparingInt(joined -> joined.value().lines().size()));
        return join(
                        "address",
                        records,
                        Demographics::address,
                        address -> fullest.filter(full -> isPartOf(address, full.value()))
                                .map(full -> oneLine(full.value()))
                                .orElseGet(() -> oneLine(address)),
                        conflicts)
                .flatMap(_ -> fullest);
    }

    private static boolean isPartOf(Address address, Address full) {
        return address.lines().isEmpty()
                && address.postcode() != null
                && full.postcode() != null
                && normal(address.postcode()).equals(normal(full.postcode()))
                && (address.city() == null
                        || full.city() == null
                        || address.city().equalsIgnoreCase(full.city()));
    }

    private static String normal(String postcode) {
        return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static <T> List<Joined<T>> stated(
            List<Joined<Demographics>> records, Function<Demographics, @Nullable T> read) {
        var stated = new ArrayList<Joined<T>>();
        for (var record : records) {
            T value = read.apply(record.value());
            if (value != null) {
                stated.add(new Joined<>(value, record.value(), record.source()));
            }
        }
        return stated;
    }

    /** The first partner's value when all that state one agree in words; otherwise none, and a conflict. */
    private static <T> Optional<Joined<T>> join(
            String field,
            List<Joined<Demographics>> records,
            Function<Demographics, @Nullable T> read,
            Function<T, String> words,
            List<Conflict> conflicts) {
        var stated = stated(records, read);
        boolean agreed = stated.stream()
                        .map(joined -> words.apply(joined.value()).toLowerCase(Locale.UK))
                        .distinct()
                        .count()
                <= 1;
        if (agreed) {
            return stated.stream().findFirst();
        }
        conflicts.add(new Conflict(
                field,
                stated.stream()
                        .map(joined -> new Joined<>(words.apply(joined.value()), joined.record(), joined.source()))
                        .toList()));
        return Optional.empty();
    }

    /** A register may give a practice by its code alone: whoever gives the same code with a name says more. */
    private static Optional<Joined<Organisation>> named(
            Optional<Joined<Organisation>> practice, List<Joined<Demographics>> records) {
        return practice.map(joined -> records.stream()
                .filter(record -> record.value().practice() != null
                        && record.value().practice().isNamed())
                .map(record -> new Joined<>(
                        Objects.requireNonNull(record.value().practice()), record.value(), record.source()))
                .findFirst()
                .orElse(joined));
    }

    /** Known to one partner is known: the others' silence does not contradict it. */
    private static Optional<Joined<Death>> death(List<Joined<Demographics>> records) {
        for (var record : records) {
            var death = record.value().death();
            if (death != null) {
                return Optional.of(new Joined<>(death, record.value(), record.source()));
            }
        }
        return Optional.empty();
    }

    /** Every partner's: two numbers are no contradiction. */
    private static List<Joined<Telecom>> telecoms(List<Joined<Demographics>> records) {
        return records.stream()
                .flatMap(record -> record.value().telecoms().stream()
                        .map(telecom -> new Joined<>(telecom, record.value(), record.source())))
                .toList();
    }

    private static String oneLine(Address address) {
        var parts = new ArrayList<>(address.lines());
        if (address.city() != null) {
            parts.add(address.city());
        }
        if (address.postcode() != null) {
            parts.add(address.postcode());
        }
        return String.join(", ", parts);
    }

    private static String oneLine(Organisation organisation) {
        return organisation.odsCode() == null ? organisation.name() : organisation.odsCode();
    }
}
