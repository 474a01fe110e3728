package care.weft.fhir;

import care.weft.spi.AdapterProfile;
import care.weft.spi.DataSource;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerContext;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.SectionRequest;
import care.weft.spi.StandardWindow;
import care.weft.spi.Subject;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a partner that is asked by its own ids over FHIR R4: finds the person, reads the demographics from their
 * {@code Patient} and every other section as it is told, for one person at a time, with or without an NHS number.
 */
public final class FhirAdapter implements PartnerAdapter, Locates {

    /**
     * What can be an id on a FHIR server, with room for the underscores that some servers use. Anything else is nobody's id:
     * a comma in it would search for two people at once, a slash would read something else.
     */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final FhirClient client;
    private final FhirSettings settings;
    private final Clock clock;
    private final Map<Section, SectionReading> readings;

    /** @param readings of every section that the settings say is made of something */
    public FhirAdapter(PartnerContext context, FhirSettings settings, Map<Section, SectionReading> readings) {
        this.client = new FhirClient(context.http(), settings.paging());
        this.settings = settings;
        this.clock = context.clock();
        this.readings = new EnumMap<>(readings);
        this.readings.put(Section.DEMOGRAPHICS, PatientLookup::demographics);
    }

    /** The profile that goes with it. */
    public static AdapterProfile profile(FhirSettings settings) {
        var sections = new EnumMap<Section, StandardWindow>(Section.class);
        for (var section : Section.values()) {
            if (settings.offers(section)) {
                sections.put(section, window(section));
            }
        }
        return new AdapterProfile(
                sections,
                LookupKey.LOCAL_ID,
                1,
                settings.maxConcurrentCalls(),
                0,
                DataSource.LIVE,
                PresentedIdentity.SERVICE);
    }

    private static StandardWindow window(Section section) {
        return switch (section) {
            case DEMOGRAPHICS, RELATIONSHIPS, INVOLVEMENTS -> StandardWindow.EVERYTHING;
            case APPOINTMENTS, CARE_PACKAGES, REFERRALS, ASSESSMENTS, STAYS -> StandardWindow.TWO_YEARS_BACK;
        };
    }

    @Override
    public Mono<Located> locate(LocateRequest request) {
        return Mono.defer(() -> PatientLookup.locate(client.at(request.endpoint()), request, settings, today()));
    }

    @Override
    public Flux<PersonReply> read(SectionRequest request) {
        return Flux.fromIterable(request.subjects()).concatMap(subject -> read(request, subject));
    }

    private Mono<PersonReply> read(SectionRequest request, Subject subject) {
        var localId = Objects.requireNonNull(subject.localId(), "this partner is asked by its own id");
        if (!ID.matcher(localId.value()).matches()) {
            return Mono.just(new PersonReply.NotKnown(subject.key()));
        }
        var reading = readings.get(request.section());
        if (reading == null || !settings.offers(request.section())) {
            return Mono.error(new IllegalArgumentException("This partner offers no " + request.section()));
        }
        var asked = new Asked(
                subject.key(),
                subject.nhsNumber(),
                localId,
                request.window(),
                client.at(request.endpoint()),
                request.deadline(),
                request.joint(),
                settings,
                today());
        return reading.read(asked)
                .onErrorResume(
                        PartnerException.class,
                        failure -> Mono.just(new PersonReply.Failed(subject.key(), failure.fault())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moment.LONDON);
    }
}
