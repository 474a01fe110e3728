package care.weft.fhir;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpCall.Parameter;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks a FHIR server, R4 or STU3, over a partner's client. Lazy, safe to use concurrently, never blocks, keeps nothing
 * between calls; cancelling ends the call under way and asks for no further page. Every error is a {@link PartnerException}.
 */
public final class FhirClient {

    private final PartnerHttp http;
    private final Paging paging;
    private final @Nullable String base;

    public FhirClient(PartnerHttp http) {
        this(http, Paging.STANDARD);
    }

    public FhirClient(PartnerHttp http, Paging paging) {
        this(http, paging, null);
    }

    private FhirClient(PartnerHttp http, Paging paging, @Nullable String base) {
        this.http = http;
        this.paging = paging;
        this.base = base;
    }

    /** The same client for one address of the partner, whose absolute references are then known for its own. */
    public FhirClient at(Endpoint endpoint) {
        return new FhirClient(http.at(endpoint), paging, endpoint.base().toString());
    }

    /** Sends one call and gives its answer, whatever its status. */
    public Mono<FhirReply> send(HttpCall call, Deadline deadline) {
        return Mono.defer(() -> http.send(accepting(call), deadline)).map(FhirReply::of);
    }

    /**
     * Reads one resource.
     *
     * @return empty when the server says that it does not exist, see {@link FhirReply#notFound}
     */
    public Mono<Resource> read(String resourceType, HttpCall call, Deadline deadline) {
        return send(call, deadline).mapNotNull(reply -> reply.notFound() ? null : resource(resourceType, reply));
    }

    /**
     * Searches for one kind of resource and follows the {@code next} links: a {@code 404} here is an error, for it says that
     * the server has no such search, not that it holds nothing.
     *
     * @return all pages as one bundle; a match of another kind than asked for counts as rejected
     */
    public Mono<Bundle> search(String resourceType, HttpCall call, Deadline deadline) {
        return Mono.defer(() -> {
            var pages = new Pages(resourceType, call, paging, new Index(base));
            return page(call, deadline, pages)
                    .expand(read -> Mono.justOrEmpty(read.next()).flatMap(next -> page(next, deadline, pages)))
                    .then(Mono.fromSupplier(pages::bundle));
        });
    }

    /**
     * The body of one answer as a resource of this server, for partners whose refusals {@link #read} cannot tell apart.
     *
     * @throws PartnerException as {@link FhirReply#expect} does
     */
    public Resource resource(String resourceType, FhirReply reply) {
        return new Resource(reply.expect(resourceType), null, new Index(base));
    }

    /**
     * The matches of one answer, for partners that have no pages, and whose refusals {@link #search} cannot tell apart. A
     * {@code next} link is not followed: the bundle is then truncated.
     *
     * @param resourceType null for a bundle of all kinds, such as that of {@code $gpc.getstructuredrecord}
     * @throws PartnerException as {@link FhirReply#expect} does, and when the bundle holds errors and nothing else
     */
    public Bundle page(@Nullable String resourceType, FhirReply reply) {
        return new Pages(resourceType, HttpCall.get(""), new Paging(1, paging.maxEntries()), new Index(base))
                .add(reply.expect("Bundle"))
                .bundle();
    }

    private Mono<Pages> page(HttpCall call, Deadline deadline, Pages pages) {
        return send(call, deadline).map(reply -> pages.add(reply.expect("Bundle")));
    }

    private static HttpCall accepting(HttpCall call) {
        boolean says = call.headers().stream().map(Parameter::name).anyMatch("accept"::equalsIgnoreCase);
        return says ? call : call.header("Accept", "application/fhir+json");
    }
}
