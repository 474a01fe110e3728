package care.weft.stubs.population;

/**
 * An organisation that employs people or holds records.
 *
 * <p>The codes of the NHS bodies are real, since places are configured by them; those of the council, the voluntary
 * organisation and the out-of-hours service are stand-ins.
 */
public record Organisation(String ods, String name) {

    public static final Organisation TRUST = new Organisation("R0A", "Manchester University NHS Foundation Trust");
    public static final Organisation MENTAL_HEALTH =
            new Organisation("RXV", "Greater Manchester Mental Health NHS Foundation Trust");
    public static final Organisation INTEGRATED_CARE_BOARD =
            new Organisation("QOP", "NHS Greater Manchester Integrated Care Board");
    public static final Organisation COUNCIL = new Organisation("00BN", "Manchester City Council");
    public static final Organisation OUT_OF_HOURS = new Organisation("NTW01", "Greater Manchester Out of Hours");
    public static final Organisation VOLUNTARY = new Organisation("VS901", "Gorton and Levenshulme Neighbours");
}
