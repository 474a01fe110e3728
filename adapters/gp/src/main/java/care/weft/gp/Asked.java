package care.weft.gp;

import care.weft.fhir.FhirClient;
import care.weft.fhir.FhirReply;
import care.weft.spi.Actor;
import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.JointReads;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * One section of one person, as it is asked for. {@link #toString()} is redacted.
 *
 * @param client at the practice's endpoint
 * @param practice the ODS code of the practice that is asked
 * @param system the practice's, which the call is addressed to
 * @param requester in whose name
 * @param section the one that is read
 * @param joint what its read has in common with others
 */
record Asked(
        PersonKey person,
        NhsNumber number,
        DateWindow window,
        Deadline deadline,
        FhirClient client,
        String practice,
        PracticeSystem system,
        Actor actor,
        Requester requester,
        Section section,
        JointReads joint,
        GpSettings settings,
        Clock clock) {

    /** Sends one call with all that the Spine wants: numbers of both sides, the interaction, and a token made for this call. */
    Mono<FhirReply> send(Interaction interaction, HttpCall call) {
        return Mono.defer(() -> {
            var token = AuditToken.of(settings, actor, requester, system.address(), clock.instant());
            var addressed = call.header("Ssp-TraceID", UUID.randomUUID().toString())
                    .header("Ssp-From", settings.asid())
                    .header("Ssp-To", system.asid())
                    .header("Ssp-InteractionID", interaction.id())
                    .header("Authorization", "Bearer " + token);
            return client.send(addressed, deadline);
        });
    }

    /** The Europe/London day. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moment.LONDON);
    }

    @Override
    public String toString() {
        return "Asked[redacted]";
    }
}
