package care.weft.spi.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A moment as exact as its source states it: an instant, or a date that may lack its day or month.
 *
 * <p>Days are Europe/London calendar days, whatever offset the partner wrote.
 */
public sealed interface Moment {

    /** The time zone of every calendar day in this project. */
    ZoneId LONDON = ZoneId.of("Europe/London");

    static Moment of(Instant instant) {
        return new Timed(instant);
    }

    static Moment of(PartialDate date) {
        return new Dated(date);
    }

    /** The first day that it may mean. */
    LocalDate earliestDay();

    /** The last day that it may mean. */
    LocalDate latestDay();

    /** For ordering only: the start of the earliest day where no time is known. */
    Instant start();

    Precision precision();

    /** The source gave a time. */
    record Timed(Instant instant) implements Moment {

        @Override
        public LocalDate earliestDay() {
            return LocalDate.ofInstant(instant, LONDON);
        }

        @Override
        public LocalDate latestDay() {
            return earliestDay();
        }

        @Override
        public Instant start() {
            return instant;
        }

        @Override
        public Precision precision() {
            return Precision.TIME;
        }
    }

    /** The source gave a date only, perhaps a partial one. */
    record Dated(PartialDate date) implements Moment {

        @Override
        public LocalDate earliestDay() {
            return date.earliest();
        }

        @Override
        public LocalDate latestDay() {
            return date.latest();
        }

        @Override
        public Instant start() {
            return date.earliest().atStartOfDay(LONDON).toInstant();
        }

        @Override
        public Precision precision() {
            return date.precision();
        }
    }
}
