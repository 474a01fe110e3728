package care.weft.gateway.policy;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.StaffList;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffFileTests {

    private static final String HEADER = "issuer,user,nhs_number,organisation\n";

    @Test
    void whoIsWhoseColleagueIsRead() throws IOException {
        var staff = read(HEADER
                + "https://login.example,u1,9990000018,R0A\n\n\"https://login.example\", u1 ,999 000 0018,RXV\n");

        assertThat(staff.numberOf(caller("u1", "https://login.example", null))).contains(ADA);
        assertThat(staff.numberOf(caller("u1", "https://other.example", null)))
                .as("another issuer's user of the same id")
                .isEmpty();
        assertThat(staff.isColleague(caller("u2", "https://login.example", "RXV"), List.of(ADA_KEY)))
                .isTrue();
        assertThat(staff.isColleague(caller("u2", "https://login.example", "R0B"), List.of(ADA_KEY)))
                .isFalse();
        assertThat(staff.isColleague(caller("u2", "https://login.example", "RXV"), List.of(BOB_KEY)))
                .isFalse();
    }

    @Test
    void columnsMayStandInAnyOrderAndTheFileMayBeginWithAMarkOfItsEncoding() throws IOException {
        var staff = read("\uFEFForganisation,nhs_number,user,issuer\nR0A,9990000018,u1,https://login.example\n");

        assertThat(staff.numberOf(caller("u1", "https://login.example", null))).contains(ADA);
    }

    @Test
    void theTokensOwnWordComesFirst() throws IOException {
        var staff = read(HEADER + "https://login.example,u1,9990000026,R0A\n");
        var caller = new Caller(
                "u1",
                "https://login.example",
                "A",
                Set.of(CallerRole.NURSE),
                null,
                List.of(),
                new NhsNumber("9990000018"));

        assertThat(staff.numberOf(caller)).contains(ADA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | row 1 must be the header",
                "user,nhs_number                                | row 1 must be the header",
                "HEADER;i,u1,9990000018,R0A;i,u2,9990000019,R0A | row 3 has a number that is no NHS number",
                "HEADER;i,u1,9990000018                         | row 2 has not four fields",
                "HEADER;i,u1,9990000018,\"A, B\"                | row 2 has not four fields",
                "HEADER;;i,,9990000018,R0A                      | row 3 has an empty field",
                "HEADER;i,u1,9990000018,R0A;i,u1,9990000026,RXV | row 3 gives a user another number than a row before",
            })
    void aBadRowIsNamedByItsNumberAndNothingOfItIsTold(String written, String said) {
        var file = written.replace("HEADER", HEADER.strip()).replace(';', '\n');

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> read(file))
                .satisfies(failure -> {
                    assertThat(failure.analysis().getDescription())
                            .isEqualTo("weft.access.staff names a file whose " + said);
                    assertThat(failure.analysis().getDescription()
                                    + failure.analysis().getAction())
                            .doesNotContain("999", "u1", "u2");
                });
    }

    @Test
    void nobodyIsShown() throws IOException {
        assertThat(read(HEADER + "i,u1,9990000018,R0A\n")).hasToString("StaffList[1]");
        assertThat(new StaffList.Member("i", "u1", ADA, "R0A")).hasToString("Member[redacted]");
    }

    private static StaffList read(String file) throws IOException {
        return StaffFile.read(new StringReader(file));
    }

    private static Caller caller(String id, String issuer, @Nullable String actsFor) {
        return new Caller(
                id,
                issuer,
                "A User",
                Set.of(CallerRole.NURSE),
                null,
                actsFor == null ? List.of() : List.of(new Organisation(actsFor, actsFor)),
                null);
    }
}
