package care.weft.gateway.person;

import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.partner.Partner;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The partners that answered for their referrals: what became of one is theirs to say, not its sender's.
 *
 * @param byOdsCode by their organisations' codes
 */
record Receivers(Map<String, Partner> byOdsCode) {

    static Receivers of(List<SectionAnswer> answers) {
        var byOdsCode = new HashMap<String, Partner>();
        answers.stream()
                .filter(answer -> answer.section() == Section.REFERRALS)
                .flatMap(answer -> answer.sources().stream())
                .filter(source -> source.outcome() == Outcome.ANSWERED)
                .map(SourceAnswer::partner)
                .forEach(partner -> {
                    if (partner.odsCode() != null) {
                        byOdsCode.put(partner.odsCode(), partner);
                    }
                });
        return new Receivers(byOdsCode);
    }

    /** Whether the one who is asked to take the person on tells of it, and is not the one who tells here. */
    boolean tellOf(Referral referral, SourceAnswer source) {
        var to = referral.to();
        var receiver = to == null || to.odsCode() == null ? null : byOdsCode.get(to.odsCode());
        return receiver != null && !receiver.id().equals(source.partner().id());
    }
}
