package care.weft.gateway.advice;

import java.util.List;

/**
 * What became of one kind of advice.
 *
 * @param offered how often it was given
 * @param unanswered of which nothing was said
 */
public record OfferFigures(
        Figure offered, Figure followed, Figure overridden, Figure noLongerNeeded, Figure unanswered) {

    static OfferFigures none() {
        return new OfferFigures(Figure.none(), Figure.none(), Figure.none(), Figure.none(), Figure.none());
    }

    /** @param counts of those followed, overridden, no longer needed and unanswered */
    static OfferFigures of(Figure offered, List<Integer> counts) {
        var parts = Figure.parts(offered, counts);
        return new OfferFigures(offered, parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    OfferFigures plus(OfferFigures other) {
        return new OfferFigures(
                offered.plus(other.offered),
                followed.plus(other.followed),
                overridden.plus(other.overridden),
                noLongerNeeded.plus(other.noLongerNeeded),
                unanswered.plus(other.unanswered));
    }
}
