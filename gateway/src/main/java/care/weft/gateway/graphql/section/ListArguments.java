package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.partner.Partners;
import care.weft.spi.DateWindow;
import care.weft.spi.model.PartnerId;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every list of records takes. All of it is applied to an answer that was read whole: two aliases with different
 * arguments make one read.
 *
 * @param window the period asked; an open end was not asked for
 * @param except partners left out
 * @param recordedSince null for all
 * @param first 1 to {@value #MAX_PAGE}
 * @param after where the page before ended; null for the first page
 */
record ListArguments(
        DateWindow window,
        Set<PartnerId> except,
        @Nullable Instant recordedSince,
        int first,
        @Nullable Cursor after) {

    static final int MAX_PAGE = 100;

    static ListArguments of(DataFetchingEnvironment field, Partners partners) {
        int first = field.getArgumentOrDefault("first", 20);
        if (first < 1 || first > MAX_PAGE) {
            throw new BadArgument("first", "Argument 'first' must be 1 to " + MAX_PAGE + ".");
        }
        String after = field.getArgument("after");
        return new ListArguments(
                window(field), except(field, partners), field.getArgument("recordedSince"), first, cursor(after));
    }

    private static DateWindow window(DataFetchingEnvironment field) {
        LocalDate from = field.getArgument("from");
        LocalDate to = field.getArgument("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadArgument("to", "Argument 'to' must not be before 'from'.");
        }
        return new DateWindow(from, to);
    }

    private static Set<PartnerId> except(DataFetchingEnvironment field, Partners partners) {
        List<String> written = field.getArgumentOrDefault("exceptPartners", List.of());
        var except = new HashSet<PartnerId>();
        for (var id : written) {
            except.add(partners.all().stream()
                    .map(partner -> partner.id())
                    .filter(known -> known.value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new BadArgument(
                            "exceptPartners",
                            "Argument 'exceptPartners' names a partner that is not connected. Connected are: "
                                    + String.join(
                                            ", ",
                                            partners.all().stream()
                                                    .map(partner -> partner.id().value())
                                                    .toList())
                                    + ".")));
        }
        return except;
    }

    private static @Nullable Cursor cursor(@Nullable String written) {
        return written == null
                ? null
                : Cursor.parse(written)
                        .orElseThrow(() -> new BadArgument(
                                "after", "Argument 'after' must be the endCursor of an earlier page of this list."));
    }
}
