package care.weft.gateway.partner;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import reactor.core.publisher.Mono;

/**
 * A partner's client that notes what came of each call in the {@link MetFaults} of the read that it was made for.
 *
 * @param calls the client
 */
record NotingPartnerHttp(PartnerHttp calls) implements PartnerHttp {

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        return new NotingPartnerHttp(calls.at(endpoint));
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return Mono.deferContextual(context -> calls.send(call, deadline)
                .doOnNext(reply -> {
                    if (!reply.successful()) {
                        MetFaults.note(context, new PartnerException(reply.fault(), "HTTP " + reply.status()));
                    }
                })
                .doOnError(PartnerException.class, failure -> MetFaults.note(context, failure)));
    }
}
