package care.weft.trust;

import care.weft.fhir.Codes;
import care.weft.fhir.Resource;
import care.weft.spi.model.CareSetting;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a person was cared for when they were assessed: what the encounter says that the assessment names, and only where the
 * trust sent it along.
 *
 * <p>In hospital where the encounter is of an inpatient, by HL7's codes. A visit at home, HL7's {@code HH}, is made in whatever
 * is the person's residence, which may be a care home: of those two a trust says itself which of its encounters are which. One in
 * a clinic, or in the emergency department, does not tell where the person lives.
 *
 * @param home the setting {@code home-encounters}
 * @param careHome the setting {@code care-home-encounters}
 */
record AssessedWhere(Codes home, Codes careHome) {

    private static final Set<String> INPATIENT = Set.of("imp", "acute", "nonac");

    /** Null where it is not stated, or stated twice over. */
    @Nullable
    CareSetting of(Resource assessment) {
        var encounter = assessment.resolve(assessment.element().reference("encounter"));
        if (encounter == null) {
            return null;
        }
        var concepts = Stream.of("class", "type", "serviceType")
                .flatMap(field -> encounter.element().each(field).stream())
                .toList();
        boolean atHome = home.include(concepts);
        boolean inCareHome = careHome.include(concepts);
        boolean inHospital = isInpatient(encounter);
        if (atHome && !inCareHome && !inHospital) {
            return CareSetting.HOME;
        }
        if (inCareHome && !atHome && !inHospital) {
            return CareSetting.CARE_HOME;
        }
        return inHospital && !atHome && !inCareHome ? CareSetting.HOSPITAL : null;
    }

    private static boolean isInpatient(Resource encounter) {
        var coding = encounter.element().coding("class");
        return coding != null
                && coding.code() != null
                && INPATIENT.contains(coding.code().toLowerCase(Locale.ROOT));
    }
}
