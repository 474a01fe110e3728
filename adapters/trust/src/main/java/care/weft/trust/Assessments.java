package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Searches;
import care.weft.spi.HttpCall;
import care.weft.spi.PersonReply;
import reactor.core.publisher.Mono;

/**
 * Assessments, in the three forms in which trusts record them: answered questionnaires, scores, and tasks to assess.
 *
 * <p>Tasks are asked for without a date: one that was asked for long ago and not done is open still.
 */
final class Assessments {

    static final String QUESTIONNAIRE_RESPONSE = "QuestionnaireResponse";
    static final String OBSERVATION = "Observation";
    static final String TASK = "Task";

    private Assessments() {}

    static Mono<PersonReply> read(Asked asked, TrustSettings settings) {
        return Searches.of(asked)
                .and(
                        QUESTIONNAIRE_RESPONSE,
                        with(QUESTIONNAIRE_RESPONSE, asked.within(QUESTIONNAIRE_RESPONSE, "authored"), settings))
                .and(
                        OBSERVATION,
                        with(OBSERVATION, asked.within(OBSERVATION, "date").query("category", "survey"), settings))
                .and(TASK, with(TASK, asked.all(TASK), settings))
                .run()
                .map(answers -> answers.map(
                                QUESTIONNAIRE_RESPONSE,
                                resource -> AnsweredQuestionnaire.map(asked, settings, resource))
                        .map(OBSERVATION, resource -> SurveyScore.map(asked, settings, resource))
                        .map(TASK, resource -> AssessmentTask.map(asked, settings, resource))
                        .reply());
    }

    /** A server that does not know the parameter may refuse the whole search: it is asked so only where the trust says so. */
    private static HttpCall with(String resourceType, HttpCall search, TrustSettings settings) {
        return settings.includeEncounters().contains(resourceType)
                ? search.query("_include", resourceType + ":encounter")
                : search;
    }
}
