package care.weft.benchmark;

import java.time.Duration;

/** Clients and what they ask. */
interface Load {

    /** Asks for so long, and waits for the last answer. */
    Seen run(Duration time);
}
