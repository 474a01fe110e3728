package care.weft.benchmark;

import care.weft.gateway.advice.rules.AdviceContext;
import care.weft.gateway.advice.rules.AdviceRules;
import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.advice.rules.AssessmentGroups;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.advice.rules.AssessmentReason;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.DuplicateRules;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The rules alone: one advice, and one look for what was done twice, on a long record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// A thread pool of the libraries outlives the application: the process need not wait for it.
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djmh.shutdownTimeout=2"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RulesBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final List<String> PARTNERS = List.of("council", "trust", "gp", "mental-health");
    private static final int PLANS = 5;

    /** How many assessments the record has. */
    @Param("50")
    int assessments;

    private final List<HeldAssessment> records = new ArrayList<>();
    private final List<HeldAssessment> plans = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // by fill(), before anything else
    private InProcessGateway gateway;

    @SuppressWarnings("NullAway.Init") // by fill(), before anything else
    private AdviceRules adviceRules;

    @SuppressWarnings("NullAway.Init") // by fill(), before anything else
    private DuplicateRules duplicateRules;

    private final AssessmentIntent intent = new AssessmentIntent(
            "CARE_ACT_NEEDS",
            "council",
            null,
            CareSetting.HOME,
            TODAY,
            AssessmentReason.ROUTINE,
            null,
            List.of(),
            null,
            false,
            null);

    /** Every instrument in turn, of every partner in turn, a week apart; a tenth of them are plans. */
    @Setup
    public void fill() {
        gateway = InProcessGateway.start(true);
        adviceRules = gateway.part(AdviceRules.class);
        duplicateRules = gateway.part(DuplicateRules.class);
        var instruments = gateway.part(Catalogue.class).instruments();
        for (int n = 0; n < assessments - PLANS; n++) {
            records.add(held(n, instruments.get(n % instruments.size()), TODAY.minusDays(1 + 7L * n)));
        }
        for (int n = 0; n < PLANS; n++) {
            plans.add(held(assessments - PLANS + n, instruments.get(n), TODAY.plusDays(n)));
        }
    }

    @TearDown
    public void stop() {
        gateway.close();
    }

    private static HeldAssessment held(int number, AssessmentInstrument instrument, LocalDate date) {
        return new HeldAssessment(
                "record-" + number,
                PARTNERS.get(number % PARTNERS.size()),
                null,
                null,
                null,
                instrument.id(),
                date.isAfter(TODAY.minusDays(1)) ? AssessmentStatus.BOOKED : AssessmentStatus.COMPLETED,
                date,
                CareSetting.HOME,
                RiskBand.LOW,
                null,
                Map.of(),
                Map.of(),
                true,
                false,
                null);
    }

    @Benchmark
    public AssessmentAdvice decide() {
        return adviceRules.decide(intent, records, plans, AdviceContext.quiet());
    }

    @Benchmark
    public AssessmentGroups group() {
        return duplicateRules.group(records, AdviceContext.quiet(), TODAY);
    }
}
