package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.OnRegister;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose record may be somebody else's. */
class BirthDatesTests {

    private static final PartnerId TRUST = new PartnerId("trust");
    private static final PartnerId COUNCIL = new PartnerId("council");

    @Test
    void whoStatesAnotherDateThanTheRegisterContradicts() {
        var register =
                new OnRegister.Known(Records.ADA, Records.bornOn(Records.ADA, "1941-03-12"), Records.NOON, false);

        assertThat(BirthDates.contradicting(register, answers("1941-12-03", "1941-03-12")))
                .containsExactly(TRUST);
        assertThat(BirthDates.contradicting(register, answers("1941-03", "1941")))
                .isEmpty();
        assertThat(BirthDates.contradicting(register, answers("1963-11-02", "1963-11-02")))
                .containsExactlyInAnyOrder(TRUST, COUNCIL);
    }

    @Test
    void withoutTheRegisterNobodyKnowsWhoIsRight() {
        var register = new OnRegister.NotAsked();

        assertThat(BirthDates.contradicting(register, answers("1941-12-03", "1941-03-12")))
                .containsExactlyInAnyOrder(TRUST, COUNCIL);
        assertThat(BirthDates.contradicting(register, answers("1941-03-12", "1941-03-12")))
                .isEmpty();
    }

    private static List<SectionAnswer> answers(String atTheTrust, String atTheCouncil) {
        return List.of(new SectionAnswer(
                Records.ADA_KEY,
                Section.DEMOGRAPHICS,
                List.of(stating("trust", atTheTrust), stating("council", atTheCouncil)),
                Whereabouts.SHOWN));
    }

    private static SourceAnswer stating(String partner, String birthDate) {
        return new SourceAnswer(
                FakePartner.named(partner).partner(),
                Section.DEMOGRAPHICS,
                Outcome.ANSWERED,
                List.of(Records.bornOn(Records.ADA, birthDate)),
                Extent.whole(DateWindow.ALWAYS),
                null,
                Records.NOON,
                List.of(),
                Freshness.LIVE);
    }
}
