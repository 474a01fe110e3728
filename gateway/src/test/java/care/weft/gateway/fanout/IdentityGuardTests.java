package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.Records;
import care.weft.spi.Subject;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityGuardTests {

    private static final Subject ASKED = new Subject(ADA_KEY, ADA, new LocalId("ada-1"));

    @Test
    void aRecordThatStatesTheNumberOrTheLocalIdIsTheirs() {
        assertThat(belongs(ADA, null)).isTrue();
        assertThat(belongs(null, "ada-1")).isTrue();
        assertThat(belongs(ADA, "ada-1")).isTrue();
    }

    @Test
    void aRecordOfSomebodyElseIsFound() {
        assertThat(belongs(BOB, null)).isFalse();
        assertThat(belongs(null, "bob-1")).isFalse();
    }

    @Test
    void oneContradictionIsEnough() {
        assertThat(belongs(ADA, "bob-1")).isFalse();
        assertThat(belongs(BOB, "ada-1")).isFalse();
    }

    @Test
    void aLocalIdProvesNothingToAPartnerThatWasAskedByNumber() {
        var asked = new Subject(ADA_KEY, ADA, null);

        assertThat(IdentityGuard.allBelongTo(asked, List.of(record(null, "ada-1"))))
                .isFalse();
    }

    @Test
    void oneForeignRecordAmongManyIsFound() {
        assertThat(IdentityGuard.allBelongTo(
                        ASKED, List.of(record(ADA, null), record(null, "ada-1"), record(BOB, null), record(ADA, null))))
                .isFalse();
    }

    private static boolean belongs(@Nullable NhsNumber number, @Nullable String localId) {
        return IdentityGuard.allBelongTo(ASKED, List.of(record(number, localId)));
    }

    private static Entry record(@Nullable NhsNumber number, @Nullable String localId) {
        var owner = new Owner(number, localId == null ? null : new LocalId(localId));
        return AppointmentBuilder.builder(Records.appointment("a", ADA, NOON))
                .source(new RecordSource("a", owner, null, null, null, null))
                .build();
    }
}
