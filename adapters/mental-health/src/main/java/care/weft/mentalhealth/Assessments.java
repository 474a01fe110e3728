package care.weft.mentalhealth;

import care.weft.spi.PersonReply;
import care.weft.spi.model.Assessment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Assessments, from rows that each hold one score: those of the same tool, completed at the same moment for the same referral or
 * in the same activity, are one.
 */
final class Assessments {

    static final String OF_A_REFERRAL = "MHS606CodedScoreAssessmentRefer";
    static final String OF_AN_ACTIVITY = "MHS607CodedScoreAssessmentAct";

    private Assessments() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(OF_A_REFERRAL, asked.within(OF_A_REFERRAL))
                .main(OF_AN_ACTIVITY, asked.within(OF_AN_ACTIVITY))
                .run()
                .map(answers -> {
                    var scores = Stream.concat(
                                    answers.read(answers.rows(OF_A_REFERRAL), Score::of).stream(),
                                    answers.read(answers.rows(OF_AN_ACTIVITY), Score::of).stream())
                            .toList();
                    return answers.add(together(scores)).reply();
                });
    }

    private static List<Assessment> together(List<Score> scores) {
        Map<Score.Group, List<Score>> together =
                scores.stream().collect(Collectors.groupingBy(Score::group, LinkedHashMap::new, Collectors.toList()));
        return together.entrySet().stream()
                .map(each -> new ScoredAssessment(each.getKey(), each.getValue()).read())
                .toList();
    }
}
