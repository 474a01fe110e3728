package care.weft.trust;

import care.weft.fhir.Codes;
import care.weft.fhir.Element;
import care.weft.spi.model.AssessmentSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose needs an assessment is about: those of a carer where its code or its questionnaire says so, else the person's own.
 *
 * <p>A code says so when it is Interweave's for a carer's assessment, or named by the setting {@code carer-assessments}; a
 * questionnaire when the setting names its address, without the version. Words alone do not: an assessment of the person may well
 * speak of their carer.
 */
final class AssessmentSubjects {

    private static final Codes CARERS =
            Codes.of("https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareAssessmentType|CA");

    private AssessmentSubjects() {}

    static AssessmentSubject of(Codes carers, List<Element> codes) {
        return of(carers, codes, null);
    }

    /**
     * The same with a questionnaire.
     *
     * @param carers the setting {@code carer-assessments}
     * @param questionnaire its address; null for none
     */
    static AssessmentSubject of(Codes carers, List<Element> codes, @Nullable String questionnaire) {
        return CARERS.include(codes) || carers.include(codes) || carers.include(questionnaire)
                ? AssessmentSubject.CARER
                : AssessmentSubject.PERSON;
    }
}
