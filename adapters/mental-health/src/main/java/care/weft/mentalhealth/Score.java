package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Owner;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One score, as a row states it.
 *
 * @param code of what is scored
 * @param tool null when the code is of no known tool
 * @param score null when the row has none
 */
record Score(
        Group group,
        Row row,
        String code,
        @Nullable Tool tool,
        @Nullable BigDecimal score) {

    static Score of(Row row) throws Unreadable {
        var code = row.textOf("CodedAssToolType");
        var tool = Tools.withItem(code);
        var within = row.text(row.table().equals(Assessments.OF_A_REFERRAL) ? Referrals.ID : "CareActId");
        var group = new Group(
                row.owner(),
                row.table(),
                Objects.requireNonNullElse(within, "-"),
                tool == null ? code : tool.name(),
                row.moment("AssToolCompTimestamp"));
        return new Score(group, row, code, tool, row.number("PersScore"));
    }

    /**
     * What makes scores one assessment.
     *
     * @param within the id of the referral or activity
     * @param tool the tool's name; the item's code where the tool is not known
     * @param completed null where the rows do not say
     */
    record Group(
            Owner owner,
            String table,
            String within,
            String tool,
            @Nullable Moment completed) {

        String recordId() {
            var id = table + "/" + within + "/" + tool;
            return switch (completed) {
                case Moment.Timed timed -> id + "/" + timed.instant();
                case Moment.Dated dated -> id + "/" + dated.date();
                case null -> id;
            };
        }
    }
}
