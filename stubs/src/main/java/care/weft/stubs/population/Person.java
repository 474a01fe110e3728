package care.weft.stubs.population;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who does not exist, as they truly are: what a partner holds of them may differ.
 *
 * @param key stable and unique: a story's id, a special person's name in lower case, or {@code crowd-17}
 * @param position the place in the population, from 0; independent of its size
 * @param nhsNumber the number now in force; null for someone without one
 * @param formerNhsNumber a number that {@code nhsNumber} has replaced
 * @param canary a word that stands in every free-text field that any stub serves of this person and of nobody else
 * @param restricted whether the record is to be kept from general view
 * @param diedOn null for the living
 */
public record Person(
        String key,
        int position,
        @Nullable String nhsNumber,
        @Nullable String formerNhsNumber,
        String canary,
        PersonName name,
        Gender gender,
        LocalDate birthDate,
        Ethnicity ethnicity,
        Language language,
        Address address,
        String phone,
        Practice practice,
        boolean restricted,
        @Nullable LocalDate diedOn) {

    /** Free text, with the mark by which this person's records are known wherever they turn up. */
    public String marked(String words) {
        return words + " [" + canary + "]";
    }

    /** Whether this is one of the many people of no special story. */
    public boolean ofTheCrowd() {
        return key.startsWith(Population.CROWD);
    }
}
