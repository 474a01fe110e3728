/**
 * The rules that the code keeps, each with classes below {@code broken} that break it.
 *
 * <p>Where they come from: "Allowed arrows" in {@code gateway/docs/architecture.md}.
 */
@NullMarked
package care.weft.gateway.architecture;

import org.jspecify.annotations.NullMarked;
