package care.weft.fhir;

import care.weft.spi.model.Address;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Telecom;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who a person is, by a {@code Patient} resource of UK Core, CareConnect or PDS. */
public final class Patients {

    private static final List<String> NAMES_BY_USE = List.of("usual", "official", "temp", "");
    private static final List<String> ADDRESSES_BY_USE = List.of("home", "", "temp");
    /** Informal and formal notice: the third code says that an earlier notice was withdrawn. */
    private static final Set<String> NOTICES_OF_DEATH = Set.of("1", "2");

    private Patients() {}

    /**
     * What a {@code Patient} states.
     *
     * @param today tells what is current; what has ended is left out, except that the last known name is better than none
     * @param openIn where it opens in the partner's own system; null for nowhere
     * @throws Unreadable when it has no id, or states two different NHS numbers
     */
    public static Demographics demographics(Resource patient, LocalDate today, @Nullable URI openIn) throws Unreadable {
        var element = patient.element();
        var stated = StatedNhsNumber.of(element).stream()
                .filter(each -> each.number().isPresent())
                .findFirst()
                .orElse(null);
        return DemographicsBuilder.builder()
                .source(patient.source(owner(patient), openIn))
                .name(name(element, today))
                .birthDate(element.date("birthDate"))
                .gender(element.text("gender"))
                .address(address(element, today))
                .telecoms(telecoms(element, today))
                .practice(practice(patient, today))
                .death(death(element))
                .restricted(restricted(element))
                .numberVerified(stated == null ? null : stated.verified())
                .build();
    }

    /** Whom a {@code Patient} is, by its logical id and the valid NHS number that it states. */
    public static Owner owner(Resource patient) throws Unreadable {
        var numbers = StatedNhsNumber.of(patient.element()).stream()
                .flatMap(each -> each.number().stream())
                .distinct()
                .toList();
        if (numbers.size() > 1) {
            throw new Unreadable("identifier states different NHS numbers");
        }
        var id = Unreadable.unlessMissing(patient.id(), "id");
        return new Owner(numbers.isEmpty() ? null : numbers.getFirst(), new LocalId(id));
    }

    /**
     * The name in use: usual before official, and one that is current before one that is not. Names that are old, maiden,
     * nicknames or anonymous are left out.
     *
     * @param today null where a person's names have no periods that matter, as a professional's
     * @return where the partner sent the name in one piece only, that piece as the family name, for it cannot be taken apart
     *     safely
     */
    public static @Nullable PersonName name(Element person, @Nullable LocalDate today) {
        return person.each("name").stream()
                .filter(name -> NAMES_BY_USE.contains(use(name)))
                .min(Comparator.<Element, Boolean>comparing(
                                name -> today != null && !name.period("period").includes(today))
                        .thenComparingInt(name -> NAMES_BY_USE.indexOf(use(name))))
                .map(Patients::name)
                .orElse(null);
    }

    private static @Nullable PersonName name(Element name) {
        var family = name.text("family");
        var given = name.texts("given");
        var prefix = name.text("prefix");
        if (family == null && given.isEmpty()) {
            var whole = name.text() == null ? name.text("text") : name.text();
            return whole == null ? null : new PersonName(whole, List.of(), null);
        }
        return new PersonName(family, given, prefix);
    }

    private static @Nullable Address address(Element patient, LocalDate today) {
        return patient.each("address").stream()
                .filter(address -> ADDRESSES_BY_USE.contains(use(address)))
                .filter(address -> address.period("period").includes(today))
                .min(Comparator.comparingInt(address -> ADDRESSES_BY_USE.indexOf(use(address))))
                .map(Patients::address)
                .orElse(null);
    }

    private static @Nullable Address address(Element address) {
        var lines = address.texts("line");
        var city = address.text("city");
        var postcode = address.text("postalCode");
        if (lines.isEmpty() && city == null && postcode == null) {
            var whole = address.text("text");
            return whole == null ? null : new Address(List.of(whole), null, null);
        }
        return new Address(lines, city, postcode);
    }

    private static List<Telecom> telecoms(Element patient, LocalDate today) {
        return patient.each("telecom").stream()
                .filter(telecom -> !use(telecom).equals("old"))
                .filter(telecom -> telecom.period("period").includes(today))
                .filter(telecom -> telecom.text("value") != null)
                .map(telecom -> new Telecom(
                        Objects.requireNonNullElse(telecom.text("system"), "other"),
                        Objects.requireNonNull(telecom.text("value")),
                        telecom.text("use")))
                .toList();
    }

    private static @Nullable Organisation practice(Resource patient, LocalDate today) {
        return patient.element().each("generalPractitioner").stream()
                .filter(practice -> !practice.at("identifier").period("period").over(today))
                .map(Reference::of)
                .map(patient::organisation)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(practice -> practice.odsCode() == null))
                .orElse(null);
    }

    private static @Nullable Death death(Element patient) {
        var status = patient.ukExtension("UKCore-DeathNotificationStatus", "CareConnect-DeathNotificationStatus-1")
                .extension("deathNotificationStatus")
                .value()
                .coding();
        var on = patient.moment("deceasedDateTime");
        boolean dated = patient.at("deceasedDateTime").present();
        boolean stated = Boolean.TRUE.equals(patient.bool("deceasedBoolean"));
        return dated || stated || isNotice(status) ? new Death(on, status) : null;
    }

    private static boolean isNotice(@Nullable Coding status) {
        return status != null && status.code() != null && NOTICES_OF_DEATH.contains(status.code());
    }

    private static boolean restricted(Element patient) {
        var labels = Labels.of(patient);
        return labels.contains(Confidentiality.RESTRICTED) || labels.contains(Confidentiality.VERY_RESTRICTED);
    }

    private static String use(Element element) {
        return Objects.requireNonNullElse(element.text("use"), "").toLowerCase(Locale.ROOT);
    }
}
