/** One small resolver per section of a person's record, and what all lists have in common. */
@NullMarked
package care.weft.gateway.graphql.section;

import org.jspecify.annotations.NullMarked;
