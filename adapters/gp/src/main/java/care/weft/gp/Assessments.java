package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.Element;
import care.weft.fhir.Observations;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Coding;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Assessments from a practice's uncategorised data: STU3 {@code Observation}s whose code is that of an {@link Instrument}. All
 * others are left out without a word, for they are no assessments.
 */
final class Assessments {

    private Assessments() {}

    static Mono<PersonReply> read(Asked asked) {
        return StructuredRecords.read(asked, StructuredRecords.Area.UNCATEGORISED_DATA, bundle -> {
            var doubled = RelatedScores.doubled(bundle.of("Observation"));
            return resource -> doubled.contains(resource.id()) ? null : map(asked, bundle, resource);
        });
    }

    private static @Nullable Assessment map(Asked asked, Bundle bundle, Resource resource) throws Unreadable {
        var element = resource.element();
        boolean hasResult = hasResult(element);
        var named = Instrument.of(element, hasResult).orElse(null);
        if (named == null) {
            return null;
        }
        var status = Observations.status(element);
        boolean done = status == AssessmentStatus.COMPLETED;
        var date = date(element);
        var performers = element.references("performer");
        return AssessmentBuilder.builder()
                .source(source(resource))
                .title(named.code().display())
                .code(named.code())
                .assessmentStatus(status)
                .subject(AssessmentSubject.PERSON)
                .startedOn(done ? null : date)
                .completedOn(done ? date : null)
                .assessor(assessor(bundle, resource, performers))
                .score(Observations.score(element))
                .outcome(outcome(element))
                .summary(element.text("comment"))
                .content(hasResult ? ContentLevel.SCORE : ContentLevel.METADATA)
                .organisation(organisation(asked, bundle, resource, performers))
                .build();
    }

    /** When it was recorded is told in a field of its own. */
    private static RecordSource source(Resource resource) throws Unreadable {
        var source = resource.source(resource.owner("subject"), null);
        var issued = resource.element().instant("issued");
        return source.recordedAt() != null || issued == null
                ? source
                : new RecordSource(
                        source.recordId(),
                        source.owner(),
                        source.version(),
                        source.system(),
                        issued,
                        source.openIn(),
                        source.labels());
    }

    private static @Nullable PartialDate date(Element element) {
        var period = element.at("effectivePeriod");
        return Stream.of(element.date("effectiveDateTime"), period.date("end"), period.date("start"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static boolean hasResult(Element element) {
        return Observations.score(element) != null || outcome(element) != null;
    }

    /** A result in words. */
    private static @Nullable Coding outcome(Element element) {
        var coded = element.coding("valueCodeableConcept");
        var words = element.text("valueString");
        return coded != null || words == null || Observations.score(element) != null ? coded : Coding.text(words);
    }

    private static @Nullable Practitioner assessor(Bundle bundle, Resource resource, List<Reference> performers) {
        return performers.stream()
                .map(performer -> StructuredRecords.practitioner(bundle, resource, performer))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where it was done elsewhere, the practice says where. */
    private static @Nullable Organisation organisation(
            Asked asked, Bundle bundle, Resource resource, List<Reference> performers) {
        return performers.stream()
                .filter(performer -> resource.names(performer, "Organization"))
                .map(resource::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(GpPatients.practice(asked, bundle));
    }
}
