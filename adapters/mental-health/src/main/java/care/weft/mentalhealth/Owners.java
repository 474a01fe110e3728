package care.weft.mentalhealth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whose rows are that name no patient. In a submission the tables below a referral name the referral alone: they are then
 * those of the patient whom the referral itself names.
 */
final class Owners {

    private final Map<String, String> patientOfReferral = new HashMap<>();

    private Owners(List<Row> referrals) {
        Set<String> inDoubt = new HashSet<>();
        for (var referral : referrals) {
            var id = referral.text(Referrals.ID);
            var patient = referral.text(Row.LOCAL_PATIENT_ID);
            if (id != null && patient != null) {
                var before = patientOfReferral.put(id, patient);
                if (before != null && !before.equals(patient)) {
                    inDoubt.add(id);
                }
            }
        }
        patientOfReferral.keySet().removeAll(inDoubt);
    }

    /** The answers with the owners that their rows' referrals name; one more table is read only where rows need it. */
    static Mono<List<Reads.Answer>> found(Asked asked, List<Reads.Answer> answers) {
        if (answers.stream()
                .flatMap(answer -> answer.found().rows().stream())
                .noneMatch(Owners::namesItsReferralAlone)) {
            return Mono.just(answers);
        }
        for (var answer : answers) {
            if (answer.read().table().equals(Referrals.TABLE)) {
                return Mono.just(new Owners(answer.found().rows()).in(answers));
            }
        }
        if (asked.settings().lacks(Referrals.TABLE)) {
            return Mono.just(answers);
        }
        return asked.read(Referrals.TABLE, asked.all(Referrals.TABLE), asked.deadline())
                .map(referrals -> new Owners(referrals.rows()).in(answers));
    }

    private List<Reads.Answer> in(List<Reads.Answer> answers) {
        return answers.stream().map(answer -> answer.with(this::owned)).toList();
    }

    private Row owned(Row row) {
        var patient = namesItsReferralAlone(row) ? patientOf(row.text(Referrals.ID)) : null;
        return patient == null ? row : row.of(patient);
    }

    private @Nullable String patientOf(@Nullable String referral) {
        return patientOfReferral.get(referral);
    }

    private static boolean namesItsReferralAlone(Row row) {
        return row.localPatientId() == null && row.text(Referrals.ID) != null;
    }
}
