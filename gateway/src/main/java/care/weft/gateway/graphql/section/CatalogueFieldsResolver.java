package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.Advising;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.CoverageBasis;
import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what of {@code Assessment} the catalogue says and not the partner. */
@Controller
@SchemaMapping(typeName = "Assessment")
final class CatalogueFieldsResolver {

    private final Advising advising;

    CatalogueFieldsResolver(Advising advising) {
        this.advising = advising;
    }

    @SchemaMapping
    @Nullable
    InstrumentView instrument(ReleasedRecord record) {
        return known(record).map(InstrumentView::new).orElse(null);
    }

    @SchemaMapping
    List<DomainFinding> domains(ReleasedRecord record) {
        return known(record).stream()
                .flatMap(row -> row.domains().entrySet().stream())
                .map(domain -> new DomainFinding(domain.getKey(), domain.getValue(), CoverageBasis.INFERRED))
                .toList();
    }

    @SchemaMapping
    @Nullable
    LocalDate validUntil(ReleasedRecord record) {
        var assessment = (Assessment) record.entry();
        var completed = assessment.completedOn();
        if (completed == null || assessment.assessmentStatus() != AssessmentStatus.COMPLETED) {
            return null;
        }
        return known(record)
                .flatMap(row -> row.validUntil(completed.earliest(), assessment.setting(), assessment.riskBand()))
                .orElse(null);
    }

    private Optional<AssessmentInstrument> known(ReleasedRecord record) {
        return advising.instrument(record.provenance().partner(), (Assessment) record.entry());
    }

    /** A domain that an assessment asks about. */
    record DomainFinding(NeedsDomain domain, Depth depth, CoverageBasis basis) {}
}
