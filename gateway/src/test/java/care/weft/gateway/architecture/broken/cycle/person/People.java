package care.weft.gateway.architecture.broken.cycle.person;

import care.weft.gateway.architecture.broken.cycle.graphql.Ids;

/** A person knows how the API names it: a cycle only if graphql.section counts with graphql. */
public record People(Ids used) {}
