package care.weft.fhir;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of one search as they come in. Made for one subscription, and used by one page at a time. */
final class Pages {

    private static final Set<String> ABSOLUTE = Set.of("http", "https");

    private final @Nullable String wanted;
    private final HttpCall call;
    private final Paging paging;
    private final Index index;

    private final List<Resource> matches = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> fetched = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<OperationOutcome.Issue> errors = new ArrayList<>();

    private int read;
    private long lookedAt;
    private int sent;
    private int total;
    private boolean truncated;
    private @Nullable Instant asOf;
    private @Nullable HttpCall next;

    Pages(@Nullable String wanted, HttpCall call, Paging paging, Index index) {
        this.wanted = wanted;
        this.call = call;
        this.paging = paging;
        this.index = index;
        fetched.add(call.target());
    }

    Pages add(Element page) {
        read++;
        for (var entry : page.each("entry")) {
            if (lookedAt++ == paging.mostLookedAt()) {
                truncated = true;
                break;
            }
            take(entry);
        }
        note(page);
        next = next(page);
        return this;
    }

    /** What to fetch next; null when there is no more to fetch. */
    @Nullable
    HttpCall next() {
        return next;
    }

    /**
     * All pages as one.
     *
     * @throws PartnerException when they hold errors and nothing else
     */
    Bundle bundle() {
        if (matches.isEmpty() && !errors.isEmpty()) {
            var error = errors.getFirst();
            var fault = error.fault();
            throw new PartnerException(
                    fault == null ? Fault.INVALID_ANSWER : fault,
                    "bundle holds an OperationOutcome alone: " + error.code());
        }
        return new Bundle(matches, rejections, truncated || sent < total, asOf);
    }

    private void take(Element entry) {
        // Some partners put the resource itself where the entry is due.
        var content = entry.at("resource").present() ? entry.at("resource") : entry;
        var type = content.text("resourceType");
        var mode = entry.at("search").text("mode");
        if (type == null) {
            sent++;
            rejections.add(new Rejection("Bundle.entry", "resource is missing"));
            return;
        }
        if (type.equals("OperationOutcome")) {
            for (var error : OperationOutcome.of(content).errors()) {
                errors.add(error);
                rejections.add(new Rejection(type, error.code(), error.fault()));
            }
            return;
        }
        var resource = new Resource(content, entry.text("fullUrl"), index);
        boolean match = "match".equals(mode) || (mode == null && (wanted == null || wanted.equals(type)));
        if (match) {
            sent++;
            if (resource.id() != null && !taken.add(type + "/" + resource.id())) {
                return;
            }
            if (matches.size() == paging.maxEntries()) {
                truncated = true;
                return;
            }
            if (wanted == null || wanted.equals(type)) {
                matches.add(resource);
            } else {
                rejections.add(new Rejection(known(type), "was not asked for"));
            }
        }
        index.add(resource);
    }

    private void note(Element page) {
        var stated = page.decimal("total");
        total = stated == null ? total : Math.max(total, stated.intValue());
        var at = page.instant("timestamp");
        at = at == null ? page.at("meta").instant("lastUpdated") : at;
        if (at != null && (asOf == null || at.isBefore(asOf))) {
            asOf = at;
        }
    }

    private @Nullable HttpCall next(Element page) {
        var link = page.each("link").stream()
                .filter(each -> "next".equals(each.text("relation")))
                .map(each -> each.text("url"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        var following = HttpCall.get(address(link));
        for (var header : call.headers()) {
            boolean ofTheBody = header.name().toLowerCase(Locale.ROOT).startsWith("content-");
            following = ofTheBody ? following : following.header(header.name(), header.value());
        }
        return following;
    }

    private String address(String link) {
        int colon = link.indexOf("://");
        if (colon > 0 && ABSOLUTE.contains(link.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return link;
        }
        if (link.startsWith("?")) {
            return call.path() + link;
        }
        if (colon >= 0 || link.startsWith("/")) {
            throw new PartnerException(
                    Fault.INVALID_ANSWER, "next link is neither absolute nor below the base address");
        }
        return link;
    }

    /** A kind of resource is a word that FHIR knows; whatever else stands there is not repeated, for it is logged. */
    private static String known(String type) {
        return type.matches("[A-Z][A-Za-z]{2,40}") ? type : "resource";
    }
}
