package care.weft.stubs.mentalhealth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of the data set that the trust serves. */
enum Table {
    MHS001_MPI("MHS001MPI"),
    MHS002_GP("MHS002GP"),
    MHS006_CARE_COORDINATOR("MHS006MHCareCoord"),
    MHS008_CARE_PLAN("MHS008CarePlanType"),
    MHS009_CARE_PLAN_AGREEMENT("MHS009CarePlanAgreement"),
    MHS101_REFERRAL("MHS101Referral"),
    MHS102_SERVICE_REFERRED_TO("MHS102ServiceTypeReferredTo"),
    MHS105_ONWARD_REFERRAL("MHS105OnwardReferral"),
    MHS201_CARE_CONTACT("MHS201CareContact"),
    /** Served to nobody here: the answer is a refusal. */
    MHS401_MENTAL_HEALTH_ACT("MHS401MHActPeriod"),
    MHS501_SPELL("MHS501HospProvSpell"),
    MHS502_WARD_STAY("MHS502WardStay"),
    MHS606_SCORE_OF_REFERRAL("MHS606CodedScoreAssessmentRefer"),
    MHS607_SCORE_OF_ACTIVITY("MHS607CodedScoreAssessmentAct");

    private final String path;

    Table(String path) {
        this.path = path;
    }

    static Optional<Table> at(String path) {
        return Arrays.stream(values()).filter(table -> table.path.equals(path)).findFirst();
    }

    /** Its name in the data set, which is its path. */
    String path() {
        return path;
    }

    /** The fields that say when a record was over; without them it goes on. */
    List<String> lastDay() {
        return switch (this) {
            case MHS008_CARE_PLAN -> List.of("CarePlanEndDate");
            case MHS101_REFERRAL -> List.of("ServDischDate", "ReferRejectionDate");
            case MHS105_ONWARD_REFERRAL -> List.of("OnwardReferDate");
            case MHS201_CARE_CONTACT -> List.of("CareContDate");
            case MHS501_SPELL -> List.of("DischDateHospProvSpell");
            case MHS606_SCORE_OF_REFERRAL, MHS607_SCORE_OF_ACTIVITY -> List.of("AssToolCompTimestamp");
            case MHS001_MPI,
                    MHS002_GP,
                    MHS006_CARE_COORDINATOR,
                    MHS009_CARE_PLAN_AGREEMENT,
                    MHS102_SERVICE_REFERRED_TO,
                    MHS401_MENTAL_HEALTH_ACT,
                    MHS502_WARD_STAY -> List.of();
        };
    }
}
