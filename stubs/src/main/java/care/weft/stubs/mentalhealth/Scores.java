package care.weft.stubs.mentalhealth;

import java.util.List;

/** Writes down by which tools a patient was assessed, and with what result. */
final class Scores {

    private final Chart chart;

    Scores(Chart chart) {
        this.chart = chart;
    }

    /** One row for each item of the tool. */
    void add(String referral, Instrument instrument, Team by, int days, List<String> scores) {
        for (int i = 0; i < instrument.codes().size(); i++) {
            chart.add(
                    Table.MHS606_SCORE_OF_REFERRAL,
                    "ServiceRequestId",
                    referral,
                    "CodedAssToolType",
                    instrument.codes().get(i),
                    "CodedAssToolTypeName",
                    instrument.words() == null ? null : chart.text(instrument.words()),
                    "PersScore",
                    scores.get(i),
                    "AssToolCompTimestamp",
                    chart.today().plusDays(days) + " 10:35:00",
                    "CareProfLocalId",
                    by.workerId(),
                    "CareProfLocalIdName",
                    by.worker(),
                    "CareProfLocalIdRole",
                    by.role());
        }
    }

    /** The same in one contact, whose rows state neither a time nor a professional. */
    void addInContact(Instrument instrument, List<String> scores) {
        var activity = chart.id("CA");
        for (int i = 0; i < instrument.codes().size(); i++) {
            chart.add(
                    Table.MHS607_SCORE_OF_ACTIVITY,
                    "CareActId",
                    activity,
                    "CodedAssToolType",
                    instrument.codes().get(i),
                    "PersScore",
                    scores.get(i));
        }
    }
}
