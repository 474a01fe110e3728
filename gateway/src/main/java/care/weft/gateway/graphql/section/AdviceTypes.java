package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AfterReuse;
import care.weft.gateway.advice.Figure;
import care.weft.gateway.advice.FoundFigures;
import care.weft.gateway.advice.OfferFigures;
import care.weft.gateway.graphql.JavaTypes;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which Java class stands for which SDL type of the catalogue, of advice and of duplicates. */
@Configuration(proxyBeanMethods = false)
class AdviceTypes {

    @Bean
    JavaTypes typesOfTheCatalogue() {
        return JavaTypes.of(Map.of(
                "AssessmentInstrument", InstrumentView.class,
                "InstrumentDomain", InstrumentView.InstrumentDomain.class,
                "InstrumentValidity", InstrumentView.InstrumentValidity.class,
                "SettingValidity", InstrumentView.SettingValidity.class,
                "DomainFinding", CatalogueFieldsResolver.DomainFinding.class));
    }

    @Bean
    JavaTypes typesOfAdvice() {
        return JavaTypes.of(Map.of(
                "AssessmentAdvice", AdviceView.class,
                "Confirmation", AdviceView.ConfirmationView.class,
                "DomainCoverage", AdviceView.CoverageView.class,
                "AssessmentEvidence", AdviceView.EvidenceView.class,
                "DuplicateReport", DuplicatesView.class,
                "DuplicateAssessmentGroup", DuplicatesView.AssessmentGroupView.class,
                "DuplicateAssessment", DuplicatesView.RepeatView.class,
                "DuplicateReferralGroup", DuplicatesView.ReferralGroupView.class,
                "AppointmentClash", DuplicatesView.ClashView.class));
    }

    @Bean
    JavaTypes typesOfAnnouncements() {
        return JavaTypes.of(Map.of(
                "AssessmentAnnouncement", AnnouncementView.class,
                "AnnouncementPayload", AnnouncementView.AnnouncementPayload.class,
                "AnnouncementConnection", Page.class,
                "AnnouncementEdge", Page.PageEdge.class,
                "Problem", Problem.class,
                "AdviceOutcomePayload", AdviceOutcomeMutations.AdviceOutcomePayload.class,
                "RecordedOutcome", AdviceOutcomeMutations.RecordedOutcome.class));
    }

    @Bean
    JavaTypes typesOfFigures() {
        return JavaTypes.of(Map.of(
                "DuplicationMetrics", MetricsView.class,
                "HoursRange", MetricsView.HoursRange.class,
                "InstrumentFigure", MetricsView.InstrumentFigure.class,
                "PartnersFigure", MetricsView.PartnersFigure.class,
                "Figure", Figure.class,
                "FoundFigures", FoundFigures.class,
                "OfferFigures", OfferFigures.class,
                "AfterReuse", AfterReuse.class));
    }
}
