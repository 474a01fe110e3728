package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.COUNCIL;
import static care.weft.gateway.audit.Facts.context;
import static care.weft.gateway.audit.Facts.disclosure;
import static care.weft.gateway.audit.Facts.person;
import static care.weft.gateway.audit.Facts.shown;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AuditRow;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AuditRowFormatTests {

    private static final Instant AT = Instant.parse("2026-03-29T01:00:00.000001Z");

    @Test
    void everyKindOfFactReadsAsItWasWritten() {
        for (var fact : List.of(
                disclosure(1),
                new AuditFact.Disclosure(
                        person(2), List.of(shown(Section.STAYS, List.of()), shown(Section.REFERRALS, List.of()))),
                new AuditFact.Disclosure(person(2), List.of()),
                new AuditFact.Denial(person(3), "NO_RELATIONSHIP", Section.REFERRALS),
                new AuditFact.Denial(person(3), "NO_RELATIONSHIP", null),
                new AuditFact.Lookup(person(4), COUNCIL, "ANSWERED"),
                new AuditFact.Written(person(4), "ASSESSMENT_ANNOUNCED", "an-id"),
                new AuditFact.SecurityEvent("WRONG_PERSON", person(5), COUNCIL),
                new AuditFact.SecurityEvent("BURST", null, null))) {
            var context = context("r1");

            assertThat(AuditRowFormat.read(write(context, fact))).isEqualTo(new AuditEvent("a", 7, AT, context, fact));
        }
    }

    @Test
    void callerWithoutNameOrganisationOperationAndRolesReadsAsWritten() {
        var context = new AuditContext("r1", "caller", null, "issuer", List.of(), null, "TREAT", null);

        assertThat(AuditRowFormat.read(write(context, disclosure(1))).context()).isEqualTo(context);
    }

    @Test
    void searchedPartsAreInColumns() {
        var row = write(context("r1"), disclosure(1));

        assertThat(row.requestId()).isEqualTo("r1");
        assertThat(row.kind()).isEqualTo("DISCLOSURE");
        assertThat(row.person()).isEqualTo(person(1).value());
        assertThat(row.outcome()).isEqualTo("SHOWN");
        assertThat(row.callerId()).isEqualTo("caller-1");
        assertThat(row.organisation()).isEqualTo("E08000003");
        assertThat(row.purpose()).isEqualTo("TREAT");
    }

    @Test
    void textIsShortenedAndCleanedOfWhatADatabaseMayRefuse() {
        assertThat(AuditRowFormat.text("x".repeat(5000))).hasSize(200);
        assertThat(AuditRowFormat.text("a\u0000b\nc\uD800d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(AuditRowFormat.text("Zoë 𠮷")).isEqualTo("Zoë 𠮷");
    }

    @Property(tries = 500)
    void anyTextOfACallerReadsAsItsCleanForm(@ForAll String text) {
        var context = new AuditContext(text, text, text, text, List.of(text), text, text, text);
        var clean = AuditRowFormat.text(text);

        assertThat(AuditRowFormat.read(write(context, disclosure(1))).context())
                .isEqualTo(new AuditContext(clean, clean, clean, clean, List.of(clean), clean, clean, clean));
    }

    private static AuditRow write(AuditContext context, AuditFact fact) {
        return AuditRowFormat.write("a", 7, AT, context, fact, HashChain.START);
    }
}
