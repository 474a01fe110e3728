package care.weft.gateway.architecture.broken.arrows.graphql.section;

import care.weft.gateway.architecture.broken.arrows.cache.OfCache;

/** A section's resolver keeps answers of its own. */
public record OfSection(OfCache used) {}
