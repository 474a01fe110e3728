package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.rules.AssessmentReason;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.NhsNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assessment that somebody intends to do, as it is asked about. */
record AssessmentIntentInput(
        NhsNumber nhsNumber,
        String instrument,
        @Nullable String team,
        CareSetting setting,
        AssessmentReason reason,
        @Nullable String onBehalfOf,
        @Nullable LocalDate date,
        @Nullable LocalDate completeBy,
        @Nullable AssessmentSubject subject,
        @Nullable String carer,
        @Nullable List<NeedsDomain> requiredDomains,
        boolean personWantsFresh) {}
