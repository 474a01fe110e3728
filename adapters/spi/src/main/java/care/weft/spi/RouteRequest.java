package care.weft.spi;

import care.weft.spi.model.Section;

/**
 * Which practice to find.
 *
 * @param practice its ODS code
 * @param section what it is to be asked for
 * @param deadline after which the answer is of no use
 */
public record RouteRequest(String practice, Section section, Deadline deadline) {}
