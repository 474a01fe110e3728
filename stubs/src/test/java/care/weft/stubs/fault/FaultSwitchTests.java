package care.weft.stubs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSwitchTests {

    private static final Stubs STUBS = Stubs.start(StubSettings.onFreePorts().withPeople(20));
    private static final String FAULTS = STUBS.faultSwitch().url();

    @AfterEach
    void mend() {
        STUBS.reset();
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void aFaultBeginsAndEnds() {
        var begun = Http.post(FAULTS + "/trust/trickle?amount=500", "");

        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(begun.body()).containsPattern("trust +trickle 500").containsPattern("council +none");
        assertThat(Http.post(FAULTS + "/trust/hang", "").body()).containsPattern("trust +hang\n");
        assertThat(Http.get(FAULTS).body()).containsPattern("trust +hang\n");

        assertThat(Http.delete(FAULTS + "/trust").body()).containsPattern("trust +none");
        assertThat(Http.get(STUBS.proxy("trust").baseUrl() + "/metadata").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aResetEndsAllFaults() {
        Http.post(FAULTS + "/gp/hang", "");
        STUBS.reset();

        assertThat(Http.get(FAULTS).body()).doesNotContain("hang");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/trust",
                "/nobody/hang",
                "/trust/boredom",
                "/trust/trickle?amount=0",
                "/trust/trickle?amount=x"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheFaultsThereAre(String wrong) {
        var answer = Http.post(FAULTS + wrong, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("reset-in-body");
        assertThat(Http.get(FAULTS).body()).doesNotContain("trickle");
    }
}
