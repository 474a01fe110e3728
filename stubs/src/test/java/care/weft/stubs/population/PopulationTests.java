package care.weft.stubs.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Population POPULATION = Population.of(600, TODAY);

    @Test
    void twoPopulationsOfTheSameSizeAndDayAreEqual() {
        assertThat(Population.of(600, TODAY)).isEqualTo(POPULATION);
    }

    @Test
    void aSmallerPopulationIsTheBeginningOfALargerOne() {
        assertThat(POPULATION.people())
                .startsWith(Population.of(120, TODAY).people().toArray(new Person[0]));
    }

    @Test
    void everyNhsNumberIsSyntheticTrueAndUnique() {
        var numbers = POPULATION.people().stream()
                .flatMap(person -> Stream.of(person.nhsNumber(), person.formerNhsNumber()))
                .filter(Objects::nonNull)
                .toList();

        // 599 people have one, and one of them a former one beside it.
        assertThat(numbers).hasSize(600).doesNotHaveDuplicates().allMatch(NhsNumbers::isSynthetic);
    }

    @Test
    void aWrongCheckDigitOrAnotherRangeIsNotASyntheticNumber() {
        assertThat(NhsNumbers.isSynthetic("9990000107")).isTrue();
        assertThat(NhsNumbers.isSynthetic("9990000108")).isFalse();
        assertThat(NhsNumbers.isSynthetic("9000000009")).isFalse();
        assertThat(NhsNumbers.isSynthetic("999000010")).isFalse();
    }

    @Test
    void everyCanaryIsUniqueAndFoundByThePattern() {
        assertThat(POPULATION.people().stream().map(Person::canary))
                .doesNotHaveDuplicates()
                .allMatch(canary -> Canaries.PATTERN.matcher(canary).matches());
    }

    @Test
    void numbersOfTheStoriesDoNotChange() {
        assertThat(Stream.of(Story.values()).map(story -> story.id() + " " + story.nhsNumber()))
                .containsExactly(
                        "three-assessments 9990000107",
                        "assessment-in-progress 9990000131",
                        "conflicting-birth-date 9990000166",
                        "superseded-number 9990000190",
                        "restricted 9990000220",
                        "death-known-to-one 9990000255",
                        "no-nhs-number null",
                        "carer 9990000344",
                        "discharge 9990000379",
                        "clashing-appointments 9990000409");
    }

    @Test
    void aSupersededNumberFindsItsPersonUnderAnother() {
        var person = POPULATION.withNhsNumber("9990000190").orElseThrow();

        assertThat(person).isEqualTo(POPULATION.of(Story.SUPERSEDED_NUMBER));
        assertThat(person.formerNhsNumber()).isEqualTo("9990000190");
        assertThat(person.nhsNumber()).isNotEqualTo("9990000190");
        assertThat(POPULATION.withNhsNumber("9990001065")).isEmpty();
    }

    @Test
    void everyoneButTheChildIsAnAdult() {
        var minors = POPULATION.people().stream()
                .filter(person -> person.birthDate().plusYears(18).isAfter(TODAY))
                .toList();

        assertThat(minors).containsExactly(POPULATION.of(SpecialPerson.CHILD));
    }

    @Test
    void peopleLiveInAllNeighbourhoodsAndAreWithAPracticeOfTheirOwn() {
        assertThat(POPULATION.neighbourhoods()).hasSize(12).allSatisfy(neighbourhood -> {
            assertThat(neighbourhood.practices()).hasSizeBetween(9, 10);
            assertThat(POPULATION.people())
                    .anySatisfy(person -> assertThat(neighbourhood.practices()).contains(person.practice()));
        });
        var practices = POPULATION.neighbourhoods().stream()
                .flatMap(neighbourhood -> neighbourhood.practices().stream())
                .toList();
        assertThat(practices.stream().map(Practice::ods)).doesNotHaveDuplicates();
        assertThat(practices.stream().map(Practice::name)).doesNotHaveDuplicates();
    }

    @Test
    void onePersonIsWithAPracticeOfAnotherPlace() {
        var practices = POPULATION.neighbourhoods().stream()
                .flatMap(neighbourhood -> neighbourhood.practices().stream())
                .toList();

        assertThat(POPULATION.people())
                .filteredOn(person -> !practices.contains(person.practice()))
                .containsExactly(POPULATION.of(SpecialPerson.OUT_OF_AREA));
    }

    @Test
    void numbersOfTheSpecialPeopleDoNotChange() {
        assertThat(Stream.of(SpecialPerson.values()).map(special -> special.key() + " " + special.nhsNumber()))
                .containsExactly(
                        "child 9990000433",
                        "two-trust-records 9990000468",
                        "many-appointments 9990000492",
                        "unreadable-record 9990000522",
                        "partial-dates 9990000557",
                        "clock-changes 9990000581",
                        "cared-for 9990000611",
                        "invalidated-number 9990000646",
                        "out-of-area 9990000670");
    }

    @Test
    void postcodesHaveTheRightForm() {
        assertThat(POPULATION.people())
                .allSatisfy(person ->
                        assertThat(person.address().postcode()).matches("M[0-9]{1,2} [1-9][ABD-HJLNP-UW-Z]{2}"));
    }

    @Test
    void theCrowdIsDiverse() {
        var crowd = POPULATION.people().stream().filter(Person::ofTheCrowd).toList();

        assertThat(new HashSet<>(crowd.stream().map(Person::name).toList())).hasSizeGreaterThan(350);
        assertThat(new HashSet<>(crowd.stream().map(Person::ethnicity).toList()))
                .hasSizeGreaterThan(10);
        assertThat(crowd).anyMatch(person -> person.language().interpreterNeeded());
    }

    @Test
    void aPopulationHoldsTheParticularPeopleAtLeast() {
        assertThat(Population.of(ParticularPeople.COUNT, TODAY).people()).noneMatch(Person::ofTheCrowd);
        assertThatIllegalArgumentException().isThrownBy(() -> Population.of(18, TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Population.of(10_001, TODAY));
    }

    @Test
    void aStoryIsFoundByItsId() {
        assertThat(Story.named("carer")).contains(Story.CARER);
        assertThat(Story.named("nobody")).isEmpty();
    }
}
