package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.OperationOutcome.Issue;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.ResourceMapping;
import care.weft.fhir.Systems;
import care.weft.spi.Extent;
import care.weft.spi.HttpCall;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Practitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One clinical area of a patient's structured record.
 *
 * <p>A practice answers an area with a list of what it holds, also when that is nothing. The list warns of what was left out:
 * because it is confidential, or because it has not come from the practice before, or was not filed yet. An area that is turned
 * off is told in a warning, and has no list.
 */
final class StructuredRecords {

    private static final String OPERATION = "Patient/$gpc.getstructuredrecord";

    private StructuredRecords() {}

    /**
     * An area.
     *
     * @param parameter by which it is asked for
     * @param period the part of the parameter that bounds it
     * @param type of resource that it consists of
     */
    record Area(String parameter, String period, String type) {}

    /** Reads an area. The mapping is made for each answer, since what it wants may depend on the whole of it. */
    static Mono<PersonReply> read(
            Asked asked, Area area, Function<Bundle, ResourceMapping<? extends CareRecord>> mapping) {
        return Mono.defer(() -> asked.send(Interaction.STRUCTURED_RECORD, call(asked, area)))
                .flatMap(reply -> Answer.of(
                        asked.person(),
                        asked.client(),
                        reply,
                        answer -> Mono.just(reply(asked, area, answer, mapping.apply(answer.bundle())))));
    }

    private static HttpCall call(Asked asked, Area area) {
        var number = Map.of(
                "name",
                "patientNHSNumber",
                "valueIdentifier",
                Map.of("system", Systems.NHS_NUMBER, "value", asked.number().value()));
        var from = asked.window().from();
        // The period's end may not be in the future: without one, there is none.
        Map<String, Object> wanted = from == null
                ? Map.of("name", area.parameter())
                : Map.of(
                        "name",
                        area.parameter(),
                        "part",
                        List.of(Map.of("name", area.period(), "valuePeriod", Map.of("start", from.toString()))));
        var body = Map.of("resourceType", "Parameters", "parameter", List.of(number, wanted));
        return HttpCall.post(
                OPERATION, "application/fhir+json", JsonMapper.shared().writeValueAsBytes(body));
    }

    private static PersonReply reply(
            Asked asked, Area area, Answer answer, ResourceMapping<? extends CareRecord> mapping) {
        var bundle = answer.bundle();
        var lists = bundle.of("List");
        var unsupported = answer.warnings().stream()
                .filter(StructuredRecords::unsupported)
                .toList();
        boolean answered = !lists.isEmpty() || !bundle.of(area.type()).isEmpty();
        if (!answered && !unsupported.isEmpty()) {
            return new PersonReply.Refused(asked.person());
        }
        var others = answer.warnings().stream()
                .filter(issue -> !unsupported.contains(issue))
                .toList();
        var rejections = new ArrayList<>(answer.rejections(others));
        if (!answered) {
            rejections.add(new Rejection("List", "is missing: whether there is anything is not said"));
        }
        var read = bundle.map(area.type(), mapping::map);
        rejections.addAll(read.rejections());
        boolean cut = bundle.truncated() || lists.stream().anyMatch(StructuredRecords::leftOut);
        return new PersonReply.Found(
                asked.person(),
                List.copyOf(read.entries()),
                new Extent(asked.window(), List.of(), cut),
                bundle.asOf(),
                rejections);
    }

    /** A parameter that is not understood. Where that is the period alone, more was sent than asked for, which does no harm. */
    private static boolean unsupported(Issue issue) {
        return issue.code().equals("not-supported") || issue.details().contains("NOT_IMPLEMENTED");
    }

    private static boolean leftOut(Resource list) {
        return list.element()
                .ukExtension("CareConnect-GPC-ListWarningCode-1", "CareConnect-ListWarningCode-1")
                .present();
    }

    /** A professional, with the job that the answer tells of them. */
    static @Nullable Practitioner practitioner(Bundle bundle, Resource record, Reference reference) {
        var named = record.practitioner(reference);
        if (named == null || named.role() != null || reference.id() == null) {
            return named;
        }
        return bundle.of("PractitionerRole").stream()
                .filter(role -> reference
                        .id()
                        .equals(role.element().reference("practitioner").id()))
                .map(role -> role.element().coding("code"))
                .filter(job -> job != null)
                .findFirst()
                .map(job -> new Practitioner(named.name(), job.display()))
                .orElse(named);
    }
}
