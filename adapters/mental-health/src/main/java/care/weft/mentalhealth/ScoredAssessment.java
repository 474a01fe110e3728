package care.weft.mentalhealth;

import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One assessment, of the scores that were given in it.
 *
 * @param scores at least one, all of the same tool or, where that is not known, of the same code
 */
record ScoredAssessment(Score.Group group, List<Score> scores) {

    Assessment read() {
        var first = scores.getFirst();
        var tool = first.tool();
        var result = tool == null ? ofNoKnownTool() : Result.of(tool, scores);
        var coding = tool == null ? codeAlone(first) : tool.coding();
        return AssessmentBuilder.builder()
                .source(new RecordSource(group.recordId(), group.owner(), null, null, null, null))
                .title(coding.display())
                .code(coding)
                .assessmentStatus(AssessmentStatus.COMPLETED)
                .subject(AssessmentSubject.PERSON)
                .completedOn(completedOn())
                .assessor(assessor())
                .score(result.total())
                .summary(result.words())
                .content(ContentLevel.SCORE)
                .organisation(first.row().provider())
                .build();
    }

    private static Coding codeAlone(Score score) {
        var words = score.row().words("CodedAssToolType");
        return new Coding(Tool.SNOMED_CT, score.code(), words == null ? "Coded assessment " + score.code() : words);
    }

    /** Whether a score is valid, and is the whole, cannot be told of a scale that is not known: it is told in words only. */
    private Result ofNoKnownTool() {
        var stated = scores.stream()
                .map(score -> score.row().text("PersScore"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Result(
                null,
                stated.isEmpty()
                        ? "No score recorded"
                        : "Recorded score " + String.join(", ", stated) + ", on a scale that is not known here");
    }

    private @Nullable PartialDate completedOn() {
        return switch (group.completed()) {
            case Moment.Timed timed -> PartialDate.of(timed.earliestDay());
            case Moment.Dated dated -> dated.date();
            case null -> null;
        };
    }

    private @Nullable Practitioner assessor() {
        return scores.stream()
                .map(score -> score.row().practitioner())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * What came out.
     *
     * @param total null where the tool has none, or not all is there of which it is made
     * @param words how much was scored; null where the total says it
     */
    private record Result(
            @Nullable BigDecimal total, @Nullable String words) {

        static Result of(Tool tool, List<Score> scores) {
            var valid = new TreeMap<String, BigDecimal>();
            var contradictory = new HashSet<String>();
            for (var score : scores) {
                var item = Objects.requireNonNull(tool.items().get(score.code()));
                if (score.score() != null && item.allows(score.score())) {
                    var before = valid.put(score.code(), score.score());
                    if (before != null && before.compareTo(score.score()) != 0) {
                        contradictory.add(score.code());
                    }
                }
            }
            valid.keySet().removeAll(contradictory);
            return switch (tool.total()) {
                case SUM -> sum(tool, valid);
                case SENT -> sent(tool, valid, contradictory);
                case NONE -> new Result(null, count(valid.size()) + "; this tool has no total");
            };
        }

        private static Result sum(Tool tool, Map<String, BigDecimal> valid) {
            int all = tool.items().size();
            return valid.size() == all
                    ? new Result(valid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), null)
                    : new Result(null, valid.size() + " of " + all + " items scored: no total");
        }

        /** An older and a newer code of the same total may both be there, and must agree. */
        private static Result sent(Tool tool, Map<String, BigDecimal> valid, Set<String> contradictory) {
            var totals = tool.items().entrySet().stream()
                    .filter(item -> item.getValue().isTotal())
                    .map(Map.Entry::getKey)
                    .toList();
            var sent = totals.stream().map(valid::get).filter(Objects::nonNull).toList();
            boolean agree = !sent.isEmpty()
                    && sent.stream().allMatch(each -> each.compareTo(sent.getFirst()) == 0)
                    && totals.stream().noneMatch(contradictory::contains);
            return agree
                    ? new Result(sent.getFirst(), null)
                    : new Result(null, valid.isEmpty() ? "No valid score" : count(valid.size()) + ": no total");
        }

        private static String count(int items) {
            return items == 1 ? "1 item scored" : items + " items scored";
        }
    }
}
