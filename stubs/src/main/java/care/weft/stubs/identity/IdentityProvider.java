package care.weft.stubs.identity;

import care.weft.stubs.population.Population;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider for demonstrations and tests: discovery and keys, tokens for demonstration users at
 * {@code /token?user=}, client credentials and token exchange for the gateway at {@code /oauth2/token}, and the list of {@code /stories}.
 *
 * <p>The signing key is made with the object and outlives a restart of it.
 */
public final class IdentityProvider implements AutoCloseable {

    public static final int RUN_CONTRACT_PORT = 9000;

    /** The client that the gateway is. */
    public static final String CLIENT_ID = "weft-gateway";

    public static final String CLIENT_SECRET = "weft-gateway-secret";

    private final DemoUsers users;
    private final TokenMint mint;
    private final PartnerTokens partnerTokens;
    private final TokenExchange exchange;
    private final InstantSource clock = InstantSource.system();
    private final LoopbackServer server;

    /**
     * Makes a provider that is not started yet.
     *
     * @param port 0 for any free one
     */
    public IdentityProvider(int port, Population population) {
        users = new DemoUsers(population);
        mint = new TokenMint(clock);
        partnerTokens = new PartnerTokens(mint);
        var documents = new Documents(mint, population);
        exchange = new TokenExchange(mint, documents, clock);
        server = new LoopbackServer(port, new IdentityRoutes(users, documents, mint, partnerTokens, exchange));
    }

    /** Listens; does nothing when it does already. */
    public void start() {
        server.start();
    }

    /** Stops listening; {@link #start()} takes the same port again. */
    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** What tokens name as their issuer, and where everything is served from: {@code http://localhost:PORT}. */
    public String issuer() {
        return server.origin();
    }

    /** A good token of a demonstration user. */
    public String token(String user) {
        return token(user, claims -> {});
    }

    /** A well-signed token of a demonstration user whose claims were changed; times are in epoch seconds, as Long. */
    public String token(String user, Consumer<Map<String, Object>> change) {
        var claims = claims(user);
        change.accept(claims);
        return mint.sign(claims);
    }

    /** A good token of the person with this number, for their own record. */
    public String personToken(String nhsNumber) {
        var person = users.personWith(nhsNumber)
                .orElseThrow(() -> new IllegalArgumentException("Nobody has this NHS number"));
        return mint.sign(mint.userClaims(issuer(), person));
    }

    /** Tokens that must be refused. */
    public BadTokens badTokens() {
        return new BadTokens(this);
    }

    /** A good token by which the gateway calls partners; each is named by its partner id, such as {@code trust}. */
    public String partnerToken(String... partners) {
        return partnerTokens.issue(issuer(), CLIENT_ID, List.of(partners));
    }

    /** How many tokens the client-credentials endpoint has issued. */
    public int partnerTokensIssued() {
        return partnerTokens.issued();
    }

    /** How long tokens by client credentials are good for from now on; at first five minutes. */
    public void partnerTokenLifetime(Duration lifetime) {
        partnerTokens.lifetime(lifetime);
    }

    /** For these demonstration users alone no token is exchanged from now on: {@code access_denied}. */
    public void refuseExchange(String... logins) {
        exchange.refuse(Stream.of(logins)
                .map(login -> (String) claims(login).get("sub"))
                .collect(Collectors.toSet()));
    }

    /** Whether token exchange, and nothing else, answers with 503 from now on. */
    public void exchangeDown(boolean down) {
        exchange.down(down);
    }

    /** What checks the callers of a partner system. */
    public PartnerGuard guard(String partner) {
        return new PartnerGuard(partner, mint.key(), this::issuer, clock);
    }

    TokenMint mint() {
        return mint;
    }

    Map<String, Object> claims(@Nullable String user) {
        var found = users.named(user)
                .orElseThrow(() -> new IllegalArgumentException("No such user: known are " + users.logins()));
        return mint.userClaims(issuer(), found);
    }
}
