package care.weft.gateway.fanout;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerException;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ties a person to each partner's records, once per operation: partners that are asked by their own local id are asked for
 * it under the gateway's own authority, and that is audited as such.
 */
@Component
public final class Identification {

    private static final Link BY_NHS_NUMBER = new Link.ByNhsNumber();

    private final Partners partners;

    Identification(Partners partners) {
        this.partners = partners;
    }

    /**
     * Ties one person. Asks each partner at most once per operation, however often it is subscribed.
     *
     * @return exactly one; never an error: a partner that could not be asked is {@link Link.Unanswered}
     */
    public Mono<Identified> of(Operation operation, NhsNumber nhsNumber) {
        var person = PersonKey.of(nhsNumber);
        return operation.identifiedOnce(
                person,
                Flux.fromIterable(partners.all())
                        .flatMap(partner ->
                                tie(operation, partner, person, nhsNumber).map(link -> Map.entry(partner.id(), link)))
                        .collectMap(Map.Entry<PartnerId, Link>::getKey, Map.Entry::getValue)
                        .map(links -> new Identified(person, nhsNumber, links)));
    }

    private Mono<Link> tie(Operation operation, Partner partner, PersonKey person, NhsNumber nhsNumber) {
        if (partner.profile().lookup() != LookupKey.LOCAL_ID || !(partner.adapter() instanceof Locates locates)) {
            return Mono.just(BY_NHS_NUMBER);
        }
        var request = new LocateRequest(
                person, nhsNumber, partner.endpoint(), operation.actor(), operation.purpose(), operation.deadline());
        return PartnerCall.of(operation, partner, request.deadline(), () -> locates.locate(request))
                .map(located -> link(located, nhsNumber))
                .onErrorResume(PartnerException.class, failed -> Mono.just(unanswered(Outcome.of(failed.fault()))))
                .defaultIfEmpty(unanswered(Outcome.INVALID_ANSWER))
                .doOnNext(link -> operation.audit().record(new AuditFact.Lookup(person, partner.id(), outcome(link))));
    }

    private static Link unanswered(Outcome outcome) {
        return new Link.Unanswered(outcome);
    }

    /** A partner that answers with somebody else's number has not said who is meant. */
    private static Link link(Located located, NhsNumber asked) {
        return switch (located) {
            case Located.Known(var localId, var details) -> {
                var stated = details.source().owner().nhsNumber();
                yield asked.equals(stated) ? new Link.Tied(localId, details) : new Link.Ambiguous();
            }
            case Located.NotKnown() -> new Link.NotKnown();
            case Located.Ambiguous() -> new Link.Ambiguous();
        };
    }

    private static String outcome(Link link) {
        return switch (link) {
            case Link.ByNhsNumber() -> "NOT_NEEDED";
            case Link.Tied _ -> "TIED";
            case Link.NotKnown() -> "NO_RECORD";
            case Link.Ambiguous() -> "NOT_LINKED";
            case Link.Unanswered(var why) -> why.name();
        };
    }
}
