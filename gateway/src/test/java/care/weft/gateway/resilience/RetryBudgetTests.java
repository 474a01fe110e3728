package care.weft.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryBudgetTests {

    @Test
    void theFloorIsThereAtOnceAndIsEarnedAfterwards() {
        var budget = new RetryBudget(20, 3);
        assertThat(taken(budget)).isEqualTo(3);

        calls(budget, 15);
        assertThat(taken(budget)).isZero();
        calls(budget, 4);
        assertThat(taken(budget)).isZero();
        calls(budget, 1);
        assertThat(taken(budget)).isEqualTo(1);
    }

    @Test
    void whatIsSavedUpIsBounded() {
        var budget = new RetryBudget(20, 3);
        calls(budget, 100_000);
        assertThat(taken(budget)).isEqualTo(10);
    }

    @Test
    void withoutShareAndFloorThereIsNone() {
        var none = new RetryBudget(0, 0);
        calls(none, 1_000);
        assertThat(taken(none)).isZero();

        var floor = new RetryBudget(0, 2);
        calls(floor, 1_000);
        assertThat(taken(floor)).isEqualTo(2);
    }

    @Test
    void manyThreadsTogetherTakeNoMoreThanThereIs() {
        var budget = new RetryBudget(20, 3);
        var taken = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                threads.execute(() -> {
                    for (int call = 0; call < 10_000; call++) {
                        budget.called();
                        taken.addAndGet(budget.take() ? 1 : 0);
                    }
                });
            }
        }
        // All but a last few that nobody took.
        assertThat(taken.get()).isBetween(7_900, 8_001);
    }

    private static void calls(RetryBudget budget, int calls) {
        for (int call = 0; call < calls; call++) {
            budget.called();
        }
    }

    private static int taken(RetryBudget budget) {
        int taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }
}
