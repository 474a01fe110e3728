package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Codes;
import care.weft.fhir.Searches;
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

    static Mono<PersonReply> read(Asked asked, Codes carers) {
        return Searches.of(asked)
                .and(QUESTIONNAIRE_RESPONSE, asked.within(QUESTIONNAIRE_RESPONSE, "authored"))
                .and(OBSERVATION, asked.within(OBSERVATION, "date").query("category", "survey"))
                .and(TASK, asked.all(TASK))
                .run()
                .map(answers -> answers.map(
                                QUESTIONNAIRE_RESPONSE, resource -> AnsweredQuestionnaire.map(asked, carers, resource))
                        .map(OBSERVATION, resource -> SurveyScore.map(asked, carers, resource))
                        .map(TASK, resource -> AssessmentTask.map(asked, carers, resource))
                        .reply());
    }
}
