package care.weft.mentalhealth;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerHttp;
import reactor.core.publisher.Mono;

/**
 * Asks for the tables of one trust. Lazy, safe to use concurrently, keeps nothing between calls; cancelling ends the call
 * under way and asks for no further page. Every error is a {@link care.weft.spi.PartnerException}.
 */
final class Tables {

    private final PartnerHttp http;
    private final MentalHealthSettings settings;

    Tables(PartnerHttp http, MentalHealthSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    Tables at(Endpoint endpoint) {
        return new Tables(http.at(endpoint), settings);
    }

    /** Reads one table, all pages of it up to the limit of the settings. */
    Mono<Rows> read(String table, HttpCall call, Deadline deadline) {
        return Mono.defer(() -> {
            var pages = new Pages(table, call, settings.paging());
            return page(table, call, deadline, pages)
                    .expand(read -> Mono.justOrEmpty(read.next()).flatMap(next -> page(table, next, deadline, pages)))
                    .then(Mono.fromSupplier(pages::all));
        });
    }

    private Mono<Pages> page(String table, HttpCall call, Deadline deadline, Pages pages) {
        return http.send(call.header("Accept", "application/json, application/problem+json"), deadline)
                .map(reply ->
                        Page.saysThatNobodyHasTheId(reply) ? pages.addNobody() : pages.add(Page.of(reply, table)));
    }
}
