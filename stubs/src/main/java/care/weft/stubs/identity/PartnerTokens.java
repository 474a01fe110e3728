package care.weft.stubs.identity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Issues the tokens by which a client calls partner systems. */
final class PartnerTokens {

    private final TokenMint mint;
    private final AtomicInteger issued = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofMinutes(5);

    PartnerTokens(TokenMint mint) {
        this.mint = mint;
    }

    String issue(String issuer, String client, List<String> partners) {
        return mint.sign(mint.partnerClaims(issuer, client, partners, scope(partners), lifetime));
    }

    String issueCounted(String issuer, String client, List<String> partners) {
        issued.incrementAndGet();
        return issue(issuer, client, partners);
    }

    int issued() {
        return issued.get();
    }

    Duration lifetime() {
        return lifetime;
    }

    void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    static String scope(List<String> partners) {
        return partners.stream().map(partner -> partner + ".read").collect(Collectors.joining(" "));
    }
}
