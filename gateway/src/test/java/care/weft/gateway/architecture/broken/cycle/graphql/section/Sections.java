package care.weft.gateway.architecture.broken.cycle.graphql.section;

import care.weft.gateway.architecture.broken.cycle.person.People;

/** A resolver asks for a person. */
public record Sections(People used) {}
