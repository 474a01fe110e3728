package care.weft.stubs.population;

import java.util.regex.Pattern;

/** The words by which records of two people that got mixed are found out. */
public final class Canaries {

    /** Finds every canary in a text, whoever's it is. */
    public static final Pattern PATTERN = Pattern.compile("\\bmk[b-df-hj-km-np-tv-xz2-9]{4}\\b");

    // Without vowels, so that no canary is a word of any language; 27 signs.
    private static final String SIGNS = "bcdfghjkmnpqrstvwxz23456789";
    private static final int POSSIBLE = 27 * 27 * 27 * 27;
    // Prime, thus without a common factor with POSSIBLE: a different canary for each position, and neighbours look
    // unlike.
    private static final long STRIDE = 104_729;

    private Canaries() {}

    static String of(int position) {
        int rest = (int) ((position + 1) * STRIDE % POSSIBLE);
        var canary = new StringBuilder("mk");
        for (int i = 0; i < 4; i++) {
            canary.append(SIGNS.charAt(rest % 27));
            rest /= 27;
        }
        return canary.toString();
    }
}
