package care.weft.stubs.mentalhealth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool by which people are assessed, with the SNOMED CT codes of what is scored in it. */
enum Instrument {
    HONOS(
            null,
            "979641000000103 979651000000100 979661000000102 979671000000109 "
                    + "979681000000106 979691000000108 979701000000108 979711000000105 "
                    + "979721000000104 979731000000102 979741000000106 979751000000109"),
    HONOS_65(
            null,
            "980761000000107 980771000000100 980781000000103 980791000000101 "
                    + "980801000000102 980811000000100 980821000000106 980831000000108 "
                    + "980841000000104 980851000000101 980861000000103 980871000000105"),
    DIALOG(
            null,
            "1037651000000100 1037661000000102 1037671000000109 1037681000000106 "
                    + "1037691000000108 1037701000000108 1037711000000105 1037721000000104 "
                    + "1037731000000102 1037741000000106 1037751000000109"),
    PHQ_9(null, "720433000"),
    GAD_7(null, "445455005"),
    REQOL_10(null, "1091071000000100"),
    ADDENBROOKES_REVISED(null, "711061000000109"),
    /** Of no national list: the trust's own words tell what it is. */
    STRESS_SCALE("Relatives' stress scale score", "555000999000107");

    private final @Nullable String words;
    private final String codes;

    Instrument(@Nullable String words, String codes) {
        this.words = words;
        this.codes = codes;
    }

    /** What the trust itself calls it; null where the code says enough. */
    @Nullable
    String words() {
        return words;
    }

    List<String> codes() {
        return List.of(codes.split(" ", -1));
    }
}
