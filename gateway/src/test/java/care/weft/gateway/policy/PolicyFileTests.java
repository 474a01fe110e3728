package care.weft.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Duty;
import care.weft.gateway.settings.SettingException;
import care.weft.gateway.testing.Records;
import care.weft.spi.model.Section;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTests {

    private static final String WHOLE = """
            sets:
              clinicians: [GP, NURSE]
            allow:
              - rule: clinicians-see-stays
                roles: [clinicians]
                read: [STAYS, STAYS.care]
                partners: [trust]
                purposes: [TREAT]
                relationships: [DIRECT]
              - rule: providers-see-theirs
                roles: [CARE_PROVIDER]
                read: [CARE_PACKAGES]
                records: DELIVERED
            deny:
              - rule: no-stays-against-objection
                read: [STAYS]
                flags: [OBJECTION]
            duties:
              READ_AUDIT: [AUDITOR]
            """;

    @Test
    void rulesSetsAndDutiesAreRead() {
        var policy = PolicyFile.read(new StringReader(WHOLE), Set.of("trust"));

        assertThat(policy.sections(Records.caller(CallerRole.NURSE))).containsExactly(Section.STAYS);
        assertThat(policy.sections(Records.caller(CallerRole.CARE_PROVIDER))).containsExactly(Section.CARE_PACKAGES);
        assertThat(policy.may(Records.caller(CallerRole.AUDITOR), Duty.READ_AUDIT))
                .isTrue();
        assertThat(policy.may(Records.caller(CallerRole.GP), Duty.READ_AUDIT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles: [clinicians]        | roles: [NURSES]         | names 'NURSES', which is no role, in line 5        | Did you mean NURSE?",
                "read: [STAYS, STAYS.care]  | read: [STAYS.cost]      | names 'STAYS.cost', which is no section or sensitive field, in line 6 | Did you mean STAYS.care?",
                "partners: [trust]          | partners: [trusts]      | names 'trusts', which is no kind or id of partner, in line 7 | Did you mean trust?",
                "purposes: [TREAT]          | purposes: [CARE]        | names 'CARE', which is no purpose, in line 8       | Did you mean ",
                "relationships: [DIRECT]    | relationships: [direct] | names 'direct', which is no relationship, in line 9 | Did you mean ",
                "records: DELIVERED         | records: MINE           | names 'MINE', which is no scope of records, in line 13 | Did you mean ",
                "flags: [OBJECTION]         | flags: [OBJECTED]       | names 'OBJECTED', which is no flag, in line 17     | Did you mean OBJECTION?",
                "READ_AUDIT: [AUDITOR]      | READ_LOGS: [AUDITOR]    | names 'READ_LOGS', which is no duty, in line 19    | Did you mean READ_AUDIT?",
                "purposes: [TREAT]          | purpose: [TREAT]        | names 'purpose', which is no key, in line 8        | Did you mean purposes?",
                "rule: providers-see-theirs | rule: clinicians-see-stays | names a second rule 'clinicians-see-stays', in line 10 | a name of its own",
                "roles: [clinicians]        | roles: []               | has an empty list 'roles', in line 5               | Leave the key out",
                "read: [CARE_PACKAGES]      | read: [DEMOGRAPHICS]    | limits 'DEMOGRAPHICS' to DELIVERED, which has no such records, in line 13 | a rule of its own",
                "read: [STAYS]              | records: OWN_SERVICE    | does not say what, in line 15                      | under 'read'",
                "flags: [OBJECTION]         | records: OWN_SERVICE    | limits what is denied to some records, in line 17  | what is denied is denied",
                "flags: [OBJECTION]         | labels: [RESTRICTED]    | limits what is denied to some records, in line 17  | what is denied is denied",
                "purposes: [TREAT]          | labels: [SECRET]        | names 'SECRET', which is no label of a record, in line 8 | Did you mean ",
                "flags: [OBJECTION]         | flags: OBJECTION        | has something else where a list belongs, in line 17 | Write a list",
                "flags: [OBJECTION]         | read: [STAYS]           | has 'read' twice, in line 17                       | Keep one",
                "sets:                      | allow: [                | is not readable as YAML, in line                   | Mend that line",
            })
    void whatIsWrongIsNamedWithItsLineAndARemedy(String right, String wrong, String problem, String remedy) {
        var written = WHOLE.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThat(written).isNotEqualTo(WHOLE);

        assertThatThrownBy(() -> PolicyFile.read(new StringReader(written), Set.of("trust")))
                .isInstanceOfSatisfying(SettingException.class, refused -> {
                    assertThat(refused.analysis().getDescription())
                            .startsWith("weft.access.policy ")
                            .contains(problem);
                    assertThat(refused.analysis().getAction()).contains(remedy);
                });
    }

    @Test
    void anEmptyFileIsNoPolicy() {
        assertThatThrownBy(() -> PolicyFile.read(new StringReader(""), Set.of()))
                .isInstanceOf(SettingException.class);
    }
}
