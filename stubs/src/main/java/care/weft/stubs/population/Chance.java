package care.weft.stubs.population;

import java.util.List;
import java.util.SplittableRandom;

/** What happens to come about for one person: the same each time that it is drawn anew with the same seed. */
public final class Chance {

    private final SplittableRandom random;

    /** @param seed of its own for each partner, so that no two know the same about somebody */
    public Chance(Person person, long seed) {
        random = new SplittableRandom((person.position() + 1) * seed);
    }

    /** A whole number below this one, 0 included. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Runs it so many times. */
    public static void times(int count, Runnable write) {
        for (int i = 0; i < count; i++) {
            write.run();
        }
    }
}
