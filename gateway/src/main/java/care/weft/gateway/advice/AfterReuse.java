package care.weft.gateway.advice;

import java.util.List;

/**
 * What was seen after reuses that were followed.
 *
 * @param avoided all was looked at after 30 days, and no such assessment was there
 * @param doneAfterAll one was done within 30 days
 * @param bandChanged of these: within 7 days, and with another band of risk, so that the reuse may have been wrong
 * @param notYetKnown nobody has looked since, or not at all
 */
public record AfterReuse(Figure avoided, Figure doneAfterAll, Figure bandChanged, Figure notYetKnown) {

    static AfterReuse none() {
        return new AfterReuse(Figure.none(), Figure.none(), Figure.none(), Figure.none());
    }

    static AfterReuse of(Figure followed, int avoided, int doneAfterAll, int bandChanged, int notYetKnown) {
        var parts = Figure.parts(followed, List.of(avoided, doneAfterAll, notYetKnown));
        var changed = Figure.parts(parts.get(1), List.of(bandChanged, doneAfterAll - bandChanged));
        return new AfterReuse(parts.get(0), parts.get(1), changed.getFirst(), parts.get(2));
    }

    AfterReuse plus(AfterReuse other) {
        return new AfterReuse(
                avoided.plus(other.avoided),
                doneAfterAll.plus(other.doneAfterAll),
                bandChanged.plus(other.bandChanged),
                notYetKnown.plus(other.notYetKnown));
    }
}
