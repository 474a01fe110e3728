package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Intents and records for properties: such as meet often. */
abstract class WhateverIsRecorded {

    private static final List<String> FEW = List.of("ME", "GP", "HOSPITAL");

    /** Who wants what, and what happened. */
    record Case(String instrument, CareSetting setting, List<Change> changes, List<HeldAssessment> held) {

        Situation situation() {
            return with(held);
        }

        Situation with(List<HeldAssessment> others) {
            var situation = Situation.wants("ME", instrument)
                    .in(setting)
                    .records(others.stream().filter(Case::isDone).toList())
                    .plans(others.stream().filter(each -> !isDone(each)).toList());
            changes.forEach(situation::change);
            return situation.agreement("GP", "ME");
        }

        private static boolean isDone(HeldAssessment held) {
            return held.status() == AssessmentStatus.COMPLETED;
        }
    }

    @Provide
    Arbitrary<PartnerState> silent() {
        return Arbitraries.of(PartnerState.TIMEOUT, PartnerState.DENIED, PartnerState.UNKNOWN);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        instruments(),
                        Arbitraries.of(CareSetting.class),
                        changes().list().ofMaxSize(2),
                        assessments().list().ofMaxSize(8).uniqueElements(HeldAssessment::id))
                .as(Case::new);
    }

    /** Instruments that meet often. */
    private static Arbitrary<String> instruments() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "SAP_CONTACT",
                                "SAP_OVERVIEW",
                                "FACE_OVERVIEW",
                                "INTERRAI_HC",
                                "CGA",
                                "MUST",
                                "CFS",
                                "SIX_CIT",
                                "MOCA",
                                "CARE_ACT_NEEDS",
                                "FALLS_MFRA",
                                "D2A")),
                Tuple.of(1, Arbitraries.of(Situation.CATALOGUE.instruments()).map(AssessmentInstrument::id)));
    }

    private static Arbitrary<Change> changes() {
        return Combinators.combine(Arbitraries.of(EventKind.class).filter(kind -> kind != EventKind.DEATH), days())
                .as(Change::ofTheRegister);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(-14, 60)),
                        Tuple.of(1, Arbitraries.integers().between(61, 400)))
                .map(Situation.TODAY::minusDays);
    }

    @Provide
    Arbitrary<HeldAssessment> assessments() {
        var records = Combinators.combine(
                Arbitraries.integers().between(1, 9999),
                Arbitraries.of(FEW),
                instruments().injectNull(0.05),
                days().injectNull(0.05),
                Arbitraries.frequency(
                        Tuple.of(5, AssessmentStatus.COMPLETED),
                        Tuple.of(1, AssessmentStatus.BOOKED),
                        Tuple.of(1, AssessmentStatus.IN_PROGRESS)),
                Arbitraries.of(CareSetting.class).injectNull(0.2),
                Arbitraries.of(RiskBand.class).injectNull(0.5),
                Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)));
        return records.as((id, partner, instrument, date, status, setting, risk, confirmed) -> {
            var held = Held.of("r" + id, partner, instrument, date == null ? null : date.toString())
                    .with(status)
                    .in(setting);
            if (risk != null) {
                held.with(risk);
            }
            return (confirmed ? held : held.unconfirmed()).make();
        });
    }
}
