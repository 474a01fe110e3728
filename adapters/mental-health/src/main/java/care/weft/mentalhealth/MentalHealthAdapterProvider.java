package care.weft.mentalhealth;

import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;

/**
 * Makes adapters of kind {@code mental-health}, for mental-health trusts that serve the tables of the Mental Health Services
 * Data Set (MHSDS), version 6, over REST.
 *
 * <p>What the trust answers: {@code GET MHS001MPI?NHSNumber=…} for who somebody is, and {@code GET <table>?LocalPatientId=…}
 * for one patient's rows, with {@code From=2026-03-09} leaving out what was over before that day, and {@code limit}. An answer
 * is {@code {"table": …, "asOf": …, "rows": [{…}], "next": …}}: when it was read, flat rows with the field names of a
 * submission, and the address of the next page or null. Every row has {@code LocalPatientId}, or a
 * {@code ServiceRequestId} whose referral has it, which costs one more call. A problem is an RFC 9457
 * document; {@code 404} with a {@code type} that ends in {@code patient-not-known} says that nobody has the id. Beside a field
 * {@code X} that holds a code a row may have the trust's own words, in {@code XName}; a team has {@code …Tel} and
 * {@code …Hours}, a professional {@code …Role}. Legal status and everything else of the Mental Health Act is never asked for.
 *
 * <p>Settings, all optional:
 *
 * <ul>
 *   <li>{@code page-size} (100), rows asked for in one page.
 *   <li>{@code max-pages} (20), pages read of one table.
 *   <li>{@code max-concurrent-calls} (6).
 *   <li>{@code source} ({@code live}), or {@code extract} where the tables are those of a submission or a nightly copy: then
 *       nothing after the day of the extract is told, an answer covers that day at the latest, it is as old as the extract, and
 *       one that does not say its age cannot be used.
 *   <li>{@code without}, tables that the trust does not serve, such as {@code MHS105OnwardReferral,MHS502WardStay}. They are
 *       not asked for, and a section without them counts as whole; a section that is made of nothing else is not offered.
 * </ul>
 */
public final class MentalHealthAdapterProvider implements PartnerAdapterProvider {

    private static final StandardWindow TWO_YEARS_BACK_TO_TODAY = new StandardWindow(Period.ofYears(2), Period.ZERO);

    private static final List<Section> LISTS =
            List.of(Section.APPOINTMENTS, Section.CARE_PACKAGES, Section.REFERRALS, Section.ASSESSMENTS, Section.STAYS);

    @Override
    public String kind() {
        return "mental-health";
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        var trust = MentalHealthSettings.of(settings);
        var sections = new EnumMap<Section, StandardWindow>(Section.class);
        sections.put(Section.DEMOGRAPHICS, StandardWindow.EVERYTHING);
        for (var section : LISTS) {
            sections.put(section, trust.isExtract() ? TWO_YEARS_BACK_TO_TODAY : StandardWindow.TWO_YEARS_BACK);
        }
        sections.put(Section.INVOLVEMENTS, StandardWindow.EVERYTHING);
        sections.keySet().removeIf(trust::lacks);
        return new AdapterProfile(
                sections,
                LookupKey.LOCAL_ID,
                1,
                trust.maxConcurrentCalls(),
                0,
                trust.source(),
                PresentedIdentity.SERVICE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        CodeLists.load();
        Tools.load();
        return new MentalHealthAdapter(context.http(), MentalHealthSettings.of(context.settings()), context.clock());
    }
}
