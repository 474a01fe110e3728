package care.weft.gateway.advice.rules;

import org.jspecify.annotations.Nullable;

/**
 * A domain that an intended assessment must cover.
 *
 * @param depth how deeply; null for as deeply as the instrument does
 */
public record RequiredDomain(NeedsDomain domain, @Nullable Depth depth) {}
