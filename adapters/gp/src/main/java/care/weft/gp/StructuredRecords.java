package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.FhirReply;
import care.weft.fhir.OperationOutcome.Issue;
import care.weft.fhir.Patients;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.ResourceMapping;
import care.weft.fhir.Systems;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** An area, which is a section's. */
    enum Area {
        REFERRALS(Section.REFERRALS, "includeReferrals", "referralSearchPeriod", "ReferralRequest", "886721000000107"),
        UNCATEGORISED_DATA(
                Section.ASSESSMENTS,
                "includeUncategorisedData",
                "uncategorisedDataSearchPeriod",
                "Observation",
                "826501000000100");

        private final Section section;
        private final String parameter;
        private final String period;
        private final String type;
        private final String list;

        /**
         * @param parameter by which it is asked for
         * @param period the part of the parameter that bounds it
         * @param type of resource that it consists of
         * @param list SNOMED code of the list of what it holds
         */
        Area(Section section, String parameter, String period, String type, String list) {
            this.section = section;
            this.parameter = parameter;
            this.period = period;
            this.type = type;
            this.list = list;
        }

        private static Set<Section> sections() {
            return Stream.of(values()).map(area -> area.section).collect(Collectors.toUnmodifiableSet());
        }

        private boolean mayBeListedIn(Resource told) {
            return Stream.of(values()).noneMatch(area -> area != this && area.isListedIn(told));
        }

        private boolean isListedIn(Resource told) {
            return told.element().at("code").each("coding").stream()
                    .anyMatch(coding -> list.equals(coding.text("code")));
        }
    }

    /**
     * Areas that were asked for in one call.
     *
     * @param reply to it
     */
    private record Read(Set<Section> sections, FhirReply reply) {

        /** The lists of one area: where it was asked for alone, whatever they are called but for what another area's is. */
        List<Resource> lists(Area area, Bundle bundle) {
            var all = bundle.of("List");
            return all.stream()
                    .filter(list -> isOf(area) ? area.mayBeListedIn(list) : area.isListedIn(list))
                    .toList();
        }

        boolean isOf(Area area) {
            return sections.equals(Set.of(area.section));
        }
    }

    /**
     * Reads an area, in one call with the others that are read beside it. The mapping is made for each answer, since what it wants
     * may depend on the whole of it.
     */
    static Mono<PersonReply> read(
            Asked asked, Area area, Function<Bundle, ResourceMapping<? extends CareRecord>> mapping) {
        return asked.joint()
                .together(
                        asked.person(),
                        area.section,
                        Area.sections(),
                        sections -> asked.send(Interaction.STRUCTURED_RECORD, call(asked, sections))
                                .map(reply -> new Read(sections, reply)))
                .flatMap(read -> Answer.of(
                        asked.person(),
                        asked.client(),
                        read.reply(),
                        answer -> Mono.just(reply(asked, area, read, answer, mapping.apply(answer.bundle())))));
    }

    private static HttpCall call(Asked asked, Set<Section> sections) {
        var number = Map.<String, Object>of(
                "name",
                "patientNHSNumber",
                "valueIdentifier",
                Map.of("system", Systems.NHS_NUMBER, "value", asked.number().value()));
        var areas = Stream.of(Area.values())
                .filter(area -> sections.contains(area.section))
                .map(area -> parameter(asked, area));
        var body = Map.of(
                "resourceType",
                "Parameters",
                "parameter",
                Stream.concat(Stream.of(number), areas).toList());
        return HttpCall.post(
                OPERATION, "application/fhir+json", JsonMapper.shared().writeValueAsBytes(body));
    }

    /** The period's end may not be in the future: without one, there is none. */
    private static Map<String, Object> parameter(Asked asked, Area area) {
        var from = asked.window().from();
        return from == null
                ? Map.of("name", area.parameter)
                : Map.of(
                        "name",
                        area.parameter,
                        "part",
                        List.of(Map.of("name", area.period, "valuePeriod", Map.of("start", from.toString()))));
    }

    private static PersonReply reply(
            Asked asked, Area area, Read call, Answer answer, ResourceMapping<? extends CareRecord> mapping) {
        var bundle = answer.bundle();
        var lists = call.lists(area, bundle);
        var unsupported = answer.warnings().stream()
                .filter(StructuredRecords::unsupported)
                .toList();
        boolean answered =
                !lists.isEmpty() || (call.isOf(area) && !bundle.of(area.type).isEmpty());
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
        var read = bundle.map(area.type, mapping::map);
        rejections.addAll(read.rejections());
        if (read.entries().isEmpty() && !isAboutThePerson(asked, bundle)) {
            // Entries are told by their owners; that there are none must be said of the right person.
            throw new PartnerException(Fault.INVALID_ANSWER, "the record is not that of the person asked for");
        }
        boolean cut = bundle.truncated() || lists.stream().anyMatch(StructuredRecords::leftOut);
        return new PersonReply.Found(
                asked.person(),
                List.copyOf(read.entries()),
                new Extent(asked.window(), List.of(), cut),
                bundle.asOf(),
                rejections);
    }

    private static boolean isAboutThePerson(Asked asked, Bundle bundle) {
        return bundle.map("Patient", Patients::owner).entries().stream()
                .anyMatch(owner -> asked.number().equals(owner.nhsNumber()));
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
