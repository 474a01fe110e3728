package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.COUNCIL;
import static care.weft.gateway.audit.Facts.FORMAT;
import static care.weft.gateway.audit.Facts.context;
import static care.weft.gateway.audit.Facts.disclosure;
import static care.weft.gateway.audit.Facts.person;
import static care.weft.gateway.audit.Facts.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.store.AuditRow;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                new AuditFact.Advice(
                        person(6), "advice-1", "care-act-needs", "JOIN", "2026.1", Map.of("setting", "HOME")),
                new AuditFact.Search(person(7), "ACCESS_HISTORY", Map.of(), 3),
                new AuditFact.Search(null, "ACCESS_EVENTS", Map.of("kind", "DENIAL"), 0),
                new AuditFact.SecurityEvent("WRONG_PERSON", person(5), COUNCIL),
                new AuditFact.SecurityEvent("BURST", null, null))) {
            var context = context("r1");

            assertThat(FORMAT.read(write(context, fact))).isEqualTo(new AuditEvent("a", 7, AT, context, fact));
        }
    }

    @Test
    void callerWithoutNameOrganisationOperationAndRolesReadsAsWritten() {
        var context = new AuditContext("r1", "caller", null, "issuer", List.of(), null, "TREAT", null, null);

        assertThat(FORMAT.read(write(context, disclosure(1))).context()).isEqualTo(context);
    }

    @Test
    void fieldsAreKeptWholeUpToAFewThousandCharacters() {
        var context = context("r1").asking("query{" + "x".repeat(5000) + "}");

        assertThat(FORMAT.read(write(context, disclosure(1))).context()).isEqualTo(context);
    }

    /** Written before the fields were: details and hash as that version made them. */
    @Test
    void anOlderRowStillReadsAndVerifies() {
        var row = new AuditRow(
                "a",
                7,
                AT,
                "r1",
                "DENIAL",
                FORMAT.seal(person(1)),
                null,
                null,
                "NO_ROLE",
                "caller",
                null,
                "TREAT",
                """
                {"issuer":"issuer","roles":["NURSE"],"operationName":"Overview"}""",
                HashChain.START,
                "08f99cbe198df00af66b7131feeeb22e6d8ce925fe818161da5e7d6cec38d4b7");

        assertThat(HashChain.hash(row)).isEqualTo(row.hash());
        assertThat(FORMAT.read(row).context())
                .isEqualTo(new AuditContext(
                        "r1", "caller", null, "issuer", List.of("NURSE"), null, "TREAT", "Overview", null));
    }

    @Test
    void searchedPartsAreInColumns() {
        var row = write(context("r1"), disclosure(1));

        assertThat(row.requestId()).isEqualTo("r1");
        assertThat(row.kind()).isEqualTo("DISCLOSURE");
        assertThat(row.person()).isEqualTo(FORMAT.seal(person(1)));
        assertThat(row.outcome()).isEqualTo("SHOWN");
        assertThat(row.callerId()).isEqualTo("caller-1");
        assertThat(row.organisation()).isEqualTo("E08000003");
        assertThat(row.purpose()).isEqualTo("TREAT");
    }

    @Test
    void aPersonIsSealedAndWhoHasAnotherKeyCannotTellWhoItIs() {
        var row = write(context("r1"), new AuditFact.Denial(person(1), "NO_ROLE", null));
        var stranger = new AuditRowFormat(AuditKeys.of("another secret of thirty-two characters"));

        assertThat(List.of(String.valueOf(row.person()), row.details()))
                .noneMatch(text -> text.contains(person(1).value().substring(4)));
        assertThatThrownBy(() -> stranger.read(row)).hasMessageContaining("weft.audit.key");
        assertThat(FORMAT.seal(person(1))).isEqualTo(row.person()).isNotEqualTo(FORMAT.seal(person(2)));
    }

    @Test
    void textIsShortenedAndCleanedOfWhatADatabaseMayRefuse() {
        assertThat(AuditRowFormat.text("x".repeat(5000))).hasSize(200);
        assertThat(AuditRowFormat.text("a\u0000b\nc\uD800d")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(AuditRowFormat.text("Zoë 𠮷")).isEqualTo("Zoë 𠮷");
    }

    @Property(tries = 500)
    void anyTextOfACallerReadsAsItsCleanForm(@ForAll String text) {
        var context = new AuditContext(text, text, text, text, List.of(text), text, text, text, null);
        var clean = AuditRowFormat.text(text);

        assertThat(FORMAT.read(write(context, disclosure(1))).context())
                .isEqualTo(new AuditContext(clean, clean, clean, clean, List.of(clean), clean, clean, clean, null));
    }

    private static AuditRow write(AuditContext context, AuditFact fact) {
        return FORMAT.write("a", 7, AT, context, fact, HashChain.START);
    }
}
