package care.weft.gateway.advice.rules;

import java.util.EnumMap;

/**
 * An intent, with what the catalogue says about it.
 *
 * @param required how deeply each domain must be covered; never empty
 */
record Asked(
        AssessmentIntent intent,
        AssessmentInstrument instrument,
        AssessedSubject subject,
        EnumMap<NeedsDomain, Depth> required) {

    /**
     * Looks the intent up.
     *
     * @throws IllegalArgumentException when the catalogue has no such instrument
     */
    static Asked of(AssessmentIntent intent, Catalogue catalogue) {
        var instrument = catalogue
                .find(intent.instrument())
                .orElseThrow(() -> new IllegalArgumentException("There is no such instrument in the catalogue"));
        var subject = intent.subject() == null ? new AssessedSubject(instrument.subject(), null) : intent.subject();
        return new Asked(intent, instrument, subject, required(intent, instrument));
    }

    private static EnumMap<NeedsDomain, Depth> required(AssessmentIntent intent, AssessmentInstrument instrument) {
        var required = new EnumMap<NeedsDomain, Depth>(NeedsDomain.class);
        for (var each : intent.required()) {
            var usual = instrument.domains().getOrDefault(each.domain(), instrument.maxDepth());
            // Named twice, the deeper need holds.
            required.merge(
                    each.domain(),
                    each.depth() == null ? usual : each.depth(),
                    (one, other) -> one.reaches(other) ? one : other);
        }
        if (required.isEmpty()) {
            required.putAll(instrument.domains());
        }
        return required;
    }

    Wanted wanted() {
        return new Wanted(instrument, intent.partner(), intent.setting(), subject, intent.on(), false);
    }
}
