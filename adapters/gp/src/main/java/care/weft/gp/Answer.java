package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.FhirClient;
import care.weft.fhir.FhirReply;
import care.weft.fhir.OperationOutcome;
import care.weft.fhir.OperationOutcome.Issue;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A practice's bundle.
 *
 * @param warnings what it says of itself beside errors, which the bundle rejects
 */
record Answer(Bundle bundle, List<Issue> warnings) {

    private static final List<String> REFUSALS =
            List.of("NO_PATIENT_CONSENT", "NO_ORGANISATION_CONSENT", "NO_ORGANISATIONAL_CONSENT", "ACCESS_DENIED");

    private static final Set<String> NOTHING_AMISS = Set.of("informational", "success");

    Answer {
        warnings = List.copyOf(warnings);
    }

    /** Goes on with a practice's bundle, or says why there is none. */
    static Mono<PersonReply> of(
            PersonKey person, FhirClient client, FhirReply reply, Function<Answer, Mono<PersonReply>> onward) {
        var outcome = reply.outcome();
        if (outcome != null && outcome.has("PATIENT_NOT_FOUND")) {
            // Sensitive, deceased, registered elsewhere, not verified and unknown are all answered so.
            return Mono.just(new PersonReply.NothingReleased(person));
        }
        boolean refused = outcome != null && REFUSALS.stream().anyMatch(outcome::has);
        if (refused || reply.status() == 401 || reply.status() == 403) {
            return Mono.just(new PersonReply.Refused(person));
        }
        return onward.apply(new Answer(client.page(null, reply), warnings(reply)));
    }

    private static List<Issue> warnings(FhirReply reply) {
        return reply.outcomes().stream()
                .map(OperationOutcome::issues)
                .flatMap(List::stream)
                .filter(issue -> !issue.error() && !NOTHING_AMISS.contains(issue.code()))
                .toList();
    }

    /** What makes the answer less than whole: the bundle's own rejections, and these warnings. */
    List<Rejection> rejections(List<Issue> told) {
        var all = new ArrayList<>(bundle.rejections());
        told.forEach(issue -> all.add(new Rejection("OperationOutcome", "warning: " + issue.code())));
        return List.copyOf(all);
    }
}
