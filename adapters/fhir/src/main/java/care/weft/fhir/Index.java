package care.weft.fhir;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of one answer by address, to resolve references with. Filled while the pages are read, only read afterwards. */
final class Index {

    private final Map<String, Resource> byAddress = new HashMap<>();
    private final @Nullable String base;

    /** @param base the address that the partner is asked at; null when it is not known */
    Index(@Nullable String base) {
        this.base = base;
    }

    void add(Resource resource) {
        if (resource.fullUrl() != null) {
            byAddress.putIfAbsent(resource.fullUrl(), resource);
        }
        var canonical = resource.element().text("url");
        if (canonical != null) {
            byAddress.putIfAbsent(canonical, resource);
        }
        if (resource.id() != null) {
            byAddress.putIfAbsent(resource.type() + "/" + resource.id(), resource);
        }
    }

    /** What a reference of a resource names, when it is in this answer. */
    @Nullable
    Resource find(Reference reference, Resource from) {
        if (reference.written() == null) {
            return null;
        }
        var found = byAddress.get(reference.written());
        if (found == null && reference.id() != null && reference.type() != null && isOwn(reference, from)) {
            found = byAddress.get(reference.type() + "/" + reference.id());
        }
        return found;
    }

    /**
     * Whether a reference stays on the partner's own server, so that its id is one of the partner's: relative, at the
     * address asked, or at the address that the partner gives the resource itself.
     */
    boolean isOwn(Reference reference, Resource from) {
        var there = reference.base();
        return there == null || same(there, base) || same(there, baseOf(from));
    }

    private static @Nullable String baseOf(Resource resource) {
        var address = resource.fullUrl();
        var tail = "/" + resource.type() + "/" + resource.id();
        return address != null && address.endsWith(tail)
                ? address.substring(0, address.length() - tail.length())
                : null;
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null && plain(one).equals(plain(other));
    }

    private static String plain(String base) {
        var lower = base.toLowerCase(Locale.ROOT);
        var withoutScheme = lower.substring(lower.indexOf("://") + 1);
        return withoutScheme.endsWith("/") ? withoutScheme.substring(0, withoutScheme.length() - 1) : withoutScheme;
    }
}
