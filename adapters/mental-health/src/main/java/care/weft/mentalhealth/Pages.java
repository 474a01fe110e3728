package care.weft.mentalhealth;

import care.weft.fhir.Paging;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of one table as they come in. Made for one subscription, and used by one page at a time. */
final class Pages {

    private final String table;
    private final Paging paging;
    private final Set<Row> rows = new LinkedHashSet<>();
    private final Set<String> fetched = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private int read;
    private boolean truncated;
    private boolean patientKnown = true;
    private @Nullable Instant asOf;
    private @Nullable HttpCall next;

    Pages(String table, HttpCall first, Paging paging) {
        this.table = table;
        this.paging = paging;
        fetched.add(first.target());
    }

    Pages add(Page page) {
        read++;
        for (var each : page.body().json().path("rows")) {
            // What is no row counts as well, for it is kept as rejected.
            if (rows.size() + rejections.size() == paging.maxEntries()) {
                truncated = true;
                break;
            }
            var row = Row.of(table, each);
            if (row == null) {
                rejections.add(new Rejection(table, "row is not an object"));
            } else {
                // Pages by offset repeat rows when a record is added between two of them.
                rows.add(row);
            }
        }
        var at = page.body().instant("asOf");
        if (at != null && (asOf == null || at.isBefore(asOf))) {
            asOf = at;
        }
        next = following(page.body().text("next"));
        return this;
    }

    Pages addNobody() {
        patientKnown = false;
        next = null;
        return this;
    }

    /** What to fetch next; null when there is no more to fetch. */
    @Nullable
    HttpCall next() {
        return next;
    }

    Rows all() {
        return new Rows(List.copyOf(rows), rejections, truncated, asOf, patientKnown);
    }

    private @Nullable HttpCall following(@Nullable String link) {
        if (link == null) {
            return null;
        }
        if (!fetched.add(link)) {
            throw new PartnerException(Fault.INVALID_ANSWER, "next links go round in a circle");
        }
        if (truncated || read == paging.maxPages()) {
            truncated = true;
            return null;
        }
        return HttpCall.get(address(link));
    }

    private String address(String link) {
        var lowerCase = link.toLowerCase(Locale.ROOT);
        if (lowerCase.startsWith("https://") || lowerCase.startsWith("http://")) {
            return link;
        }
        if (link.startsWith("?")) {
            return table + link;
        }
        if (link.startsWith("/") || link.contains("://")) {
            throw new PartnerException(
                    Fault.INVALID_ANSWER, "next link is neither absolute nor below the base address");
        }
        return link;
    }
}
