package care.weft.mentalhealth;

import care.weft.fhir.Paging;
import care.weft.fhir.Settings;
import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one mental-health trust.
 *
 * @param pageSize rows asked for in one page
 * @param maxPages pages read of one table
 * @param maxRecords rows kept of one table
 * @param maxConcurrentCalls at one address
 * @param source whether the tables are those of a living system or of an extract
 * @param without the tables that the trust does not serve, which are never asked for
 */
record MentalHealthSettings(
        int pageSize, int maxPages, int maxRecords, int maxConcurrentCalls, DataSource source, Set<String> without) {

    private static final List<String> KEYS =
            List.of("max-concurrent-calls", "max-pages", "max-records", "page-size", "source", "without");

    /** The tables without which there is nothing of a section. */
    private static final Map<Section, Set<String>> MADE_OF = Map.of(
            Section.APPOINTMENTS, Set.of(CareContacts.TABLE),
            Section.CARE_PACKAGES, Set.of(CarePlans.TABLE),
            Section.REFERRALS, Set.of(Referrals.TABLE),
            Section.ASSESSMENTS, Set.of(Assessments.OF_A_REFERRAL, Assessments.OF_AN_ACTIVITY),
            Section.STAYS, Set.of(Stays.TABLE),
            Section.INVOLVEMENTS, Set.of(CareCoordinators.TABLE));

    private static final Set<String> DISPENSABLE = Set.of(
            CareContacts.TABLE,
            CareCoordinators.TABLE,
            CarePlans.TABLE,
            CarePlans.AGREEMENTS,
            Referrals.TABLE,
            Referrals.SERVICES,
            Referrals.ONWARD,
            Assessments.OF_A_REFERRAL,
            Assessments.OF_AN_ACTIVITY,
            Stays.TABLE,
            Stays.WARDS,
            Patients.PRACTICES);

    MentalHealthSettings {
        without = Set.copyOf(without);
    }

    static MentalHealthSettings of(AdapterSettings settings) {
        Settings.refuseUnknown(settings, "a mental-health trust", KEYS);
        return new MentalHealthSettings(
                settings.number("page-size", 100, 1),
                settings.number("max-pages", Paging.STANDARD.maxPages(), 1),
                settings.number("max-records", Paging.STANDARD.maxEntries(), 1),
                settings.number("max-concurrent-calls", 6, 1),
                source(settings),
                Settings.some(settings, "without", "tables", DISPENSABLE));
    }

    Paging paging() {
        return new Paging(maxPages, maxRecords);
    }

    boolean isExtract() {
        return source == DataSource.EXTRACT;
    }

    boolean lacks(String table) {
        return without.contains(table);
    }

    /** Whether the trust lacks all that a section is made of. */
    boolean lacks(Section section) {
        var tables = MADE_OF.get(section);
        return tables != null && without.containsAll(tables);
    }

    private static DataSource source(AdapterSettings settings) {
        return switch (settings.text("source", "live")) {
            case "live" -> DataSource.LIVE;
            case "extract" -> DataSource.EXTRACT;
            default -> throw new IllegalArgumentException("Setting 'source' must be live or extract");
        };
    }
}
