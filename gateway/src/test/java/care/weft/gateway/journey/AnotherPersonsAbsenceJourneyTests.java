package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a partner says of somebody else says nothing of the person asked for, also where it holds no record that would be shown. */
class AnotherPersonsAbsenceJourneyTests extends TrustJourney {

    private static final String REFERRALS =
            "referrals(first: 100) { totalCount { value } complete sources { partner { id } outcome } }";

    @Test
    void anAnswerAboutSomebodyElseWithoutAnyReferralIsNotTakenForNoReferrals() {
        var person = story(Story.THREE_ASSESSMENTS);
        assertThat(count(person)).isPositive();
        var others = answerOfSomebodyWithOrdersAlone();

        STUBS.trust().disorder((kind, _, own) -> kind.equals("ServiceRequest") ? others : own);

        var referrals = askAbout(person, REFERRALS).person().path("referrals");
        assertThat(outcome(referrals, "trust")).isEqualTo("INVALID_ANSWER");
        assertThat(referrals.path("complete").asBoolean()).isFalse();
    }

    private int count(Person person) {
        return askAbout(person, REFERRALS)
                .person()
                .path("referrals")
                .path("totalCount")
                .path("value")
                .asInt();
    }

    /** Orders for blood tests are ServiceRequests too, and no referrals. */
    private care.weft.stubs.partner.Answer answerOfSomebodyWithOrdersAlone() {
        for (var other : STUBS.population().people()) {
            List<care.weft.stubs.partner.Answer> seen = new ArrayList<>();
            STUBS.trust().disorder((kind, _, own) -> {
                if (kind.equals("ServiceRequest") && own.body().contains("\"entry\":[{")) {
                    seen.add(own);
                }
                return own;
            });
            if (other.ofTheCrowd() && count(other) == 0 && !seen.isEmpty()) {
                return seen.getFirst();
            }
        }
        throw new AssertionError("Nobody has orders alone");
    }
}
