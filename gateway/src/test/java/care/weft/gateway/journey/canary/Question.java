package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.List;
import java.util.Map;

/**
 * One request and about whom each part of its answer is to be.
 *
 * @param caller login of the demo user; for {@code person} the one who is asked about first
 * @param expected people by alias, in the order in which they were asked for; one where the answer is no list
 * @param whole whether all sections are asked for with all that a comparison needs
 */
record Question(
        String caller,
        String document,
        Map<String, Object> variables,
        Map<String, List<Person>> expected,
        boolean whole) {}
