package care.weft.gateway.journey.canary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is asked of a person: of each section, the fields in which a mark may stand, and what is compared besides. */
final class Selections {

    static final String DEMOGRAPHICS = "demographics";

    private static final String FROM = " provenance { partner { id } recordId system recordedAt openIn } ";
    private static final String SOURCES = " sources { partner { id } section outcome message } ";
    private static final String WORTH = " totalCount { value atLeast } " + SOURCES;
    private static final String CODE = " { code display } ";
    private static final String WHO = " { name role } ";
    private static final String REACHED = "contact { phone email hours } ";
    private static final String RECORD = " id title when whenPrecision state organisation { name } " + FROM;

    /** The fields of one record, by list. */
    private static final Map<String, String> RECORDS = new LinkedHashMap<>();

    static {
        RECORDS.put(
                "appointments",
                RECORD + "appointmentStatus startsAt endsAt description channel service" + CODE + "practitioner" + WHO
                        + "location { name address }");
        RECORDS.put(
                "carePackages",
                RECORD + "packageStatus serviceType" + CODE + "category" + CODE
                        + "provider { name } startsOn endsOn funding" + CODE + "coordinator" + WHO);
        RECORDS.put(
                "referrals",
                RECORD + "referralStatus requestedOn from { name } to { name } service" + CODE + "reason" + CODE
                        + "ubrn outcome" + CODE);
        RECORDS.put(
                "assessments",
                RECORD + "assessmentStatus statusReason code" + CODE
                        + "requestedOn completedOn location { name address } " + REACHED + "team assessor" + WHO
                        + "score summary");
        RECORDS.put("stays", RECORD + "stayState ward admittedOn dischargedOn pathway" + CODE + "destination" + CODE);
        RECORDS.put(
                "timeline",
                RECORD + "... on Appointment { description practitioner" + WHO + "} ... on CarePackage { coordinator"
                        + WHO + "} ... on Referral { reason" + CODE
                        + "} ... on Assessment { summary team } ... on Stay { ward }");
        RECORDS.put("relationships", "id name relation" + CODE + REACHED + "authority" + CODE + FROM);
        RECORDS.put(
                "involvements",
                "id team role practitioner" + WHO + REACHED + "organisation { name } since basis keyWorker" + FROM);
    }

    /** Some are asked for more often than others: nearly everybody has records there. */
    private static final List<String> ASKED = new ArrayList<>(RECORDS.keySet());

    static {
        ASKED.addAll(List.of(
                DEMOGRAPHICS, DEMOGRAPHICS, "appointments", "appointments", "involvements", "timeline", "referrals"));
    }

    private static final String WHO_IT_IS = "demographics { whereabouts value { name { display" + FROM
            + "} birthDate { date } gender { text } address { lines city postcode" + FROM
            + "} practice { organisation { name } } telecoms { kind value" + FROM
            + "} death { on } } conflicts { field values { value" + FROM + "} }" + SOURCES + "} ";

    /** All of a person. */
    static final String WHOLE = "id nhsNumber askedFor identities { partner { id } localId state } " + WHO_IT_IS
            + RECORDS.keySet().stream().map(list -> list(list, "first: 100")).reduce("", String::concat);

    static final String PAGE = "id appointments(first: 2, after: $after) { nodes {" + RECORDS.get("appointments")
            + "} pageInfo { hasNextPage endCursor } }";

    private Selections() {}

    static List<String> lists() {
        return List.copyOf(RECORDS.keySet());
    }

    /** The name of a section or list. */
    static String section(RandomGenerator random) {
        return ASKED.get(random.nextInt(ASKED.size()));
    }

    /** One section or list, in one of several ways. */
    static String of(String section, RandomGenerator random) {
        if (section.equals(DEMOGRAPHICS)) {
            return " id nhsNumber " + WHO_IT_IS;
        }
        return switch (isPaged(section) ? random.nextInt(12) : 11) {
            case 0 -> " id nhsNumber " + section + " { totalCount { value atLeast } completeness } ";
            case 1 -> " id " + section + "(first: 3) { nodes {" + RECORDS.get(section) + "} pageInfo { endCursor } } ";
            case 2 -> " id " + list(section, "exceptPartners: [\"trust\"]");
            default -> " id " + list(section, "first: 100");
        };
    }

    private static String list(String list, String argument) {
        return list + (isPaged(list) ? "(" + argument + ")" : "") + " { nodes {" + RECORDS.get(list) + "}" + WORTH
                + "} ";
    }

    private static boolean isPaged(String list) {
        return !list.equals("relationships") && !list.equals("involvements");
    }
}
