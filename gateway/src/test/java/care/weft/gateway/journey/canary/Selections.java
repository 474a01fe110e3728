package care.weft.gateway.journey.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is asked of a person: by section, the fields in which a mark may stand, and what else is compared. */
final class Selections {

    private static final String FROM = " provenance { partner { id } recordId system recordedAt openIn } ";
    private static final String WORTH =
            " totalCount { value atLeast } sources { partner { id } section outcome message } ";
    private static final String RECORD = " id title when whenPrecision state organisation { name } " + FROM;
    private static final String CODE = " { code display } ";
    private static final String WHO = " { name role } ";

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
                        + "requestedOn completedOn location { name address }" + " contact { phone } team assessor" + WHO
                        + "score summary");
        RECORDS.put("stays", RECORD + "stayState ward admittedOn dischargedOn pathway" + CODE + "destination" + CODE);
        RECORDS.put(
                "timeline",
                RECORD + "... on Appointment { description practitioner" + WHO + "} ... on CarePackage { coordinator"
                        + WHO + "} ... on Referral { reason" + CODE
                        + "} ... on Assessment { summary team } ... on Stay { ward }");
        RECORDS.put(
                "relationships", "id name relation" + CODE + "contact { phone email hours } authority" + CODE + FROM);
        RECORDS.put(
                "involvements",
                "id team role practitioner" + WHO
                        + "contact { phone email hours } organisation { name } since basis keyWorker" + FROM);
    }

    private static final List<String> LISTS = List.copyOf(RECORDS.keySet());

    private static final String DEMOGRAPHICS = "demographics { whereabouts value { name { display" + FROM
            + "} birthDate { date } gender { text } address { lines city postcode" + FROM
            + "} practice { organisation { name } } telecoms { kind value" + FROM
            + "} death { on } } conflicts { field values { value" + FROM
            + "} } sources { partner { id } section outcome } }";

    /** All of a person. */
    static final String WHOLE = "id nhsNumber askedFor identities { partner { id } localId state } " + DEMOGRAPHICS
            + LISTS.stream().map(list -> list(list, "")).reduce("", String::concat);

    static final String PAGE = "appointments(first: 2, after: $after) { nodes {" + RECORDS.get("appointments")
            + "} pageInfo { hasNextPage endCursor } }";

    private Selections() {}

    /** All sections of which something may be seen. */
    static List<String> sections() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("demographics"), LISTS.stream())
                .toList();
    }

    /** One section or list in one of several ways. */
    static String some(RandomGenerator random) {
        int choice = random.nextInt(LISTS.size() + 1);
        if (choice == LISTS.size()) {
            return " id nhsNumber " + DEMOGRAPHICS;
        }
        var list = LISTS.get(choice);
        if (!isPaged(list)) {
            return " id " + list(list, "");
        }
        return switch (random.nextInt(8)) {
            case 0 -> " id nhsNumber " + list + " { totalCount { value atLeast } completeness }";
            case 1 -> " id " + list + "(first: 3) { nodes {" + RECORDS.get(list) + "} pageInfo { endCursor } }";
            case 2 -> " id " + list(list, ", exceptPartners: [\"trust\"]");
            default -> " id " + list(list, "");
        };
    }

    private static String list(String list, String argument) {
        var arguments = isPaged(list) ? "(first: 100" + argument + ")" : "";
        return list + arguments + " { nodes {" + RECORDS.get(list) + "}" + WORTH + "} ";
    }

    private static boolean isPaged(String list) {
        return !list.equals("relationships") && !list.equals("involvements");
    }
}
