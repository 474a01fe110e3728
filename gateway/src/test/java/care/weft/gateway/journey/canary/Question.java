package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, and about whom each part of its answer is to be.
 *
 * @param caller login of the demo user
 * @param expected people by alias, in the order in which they were asked for; one where the answer is no list
 * @param compared whose answer is to be as it is when they are asked for alone; null where it is not compared
 */
record Question(
        String caller,
        String document,
        Map<String, Object> variables,
        Map<String, List<Person>> expected,
        @Nullable Person compared) {

    Question(String caller, String document, Map<String, Object> variables, Map<String, List<Person>> expected) {
        this(caller, document, variables, expected, null);
    }
}
