package care.weft.stubs.gp;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** One thing that a practice holds, and the day by which it is found. */
record Held(LocalDate day, ObjectNode resource) {

    boolean within(LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
