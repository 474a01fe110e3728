package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/** A dated piece of care: what a time line is made of. */
public sealed interface CareRecord extends Entry permits Appointment, Assessment, CarePackage, Referral, Stay {

    /** A short line in the partner's own words, never blank. */
    String title();

    /** What orders it in a time line. Null when the partner gives no date: it then comes last, and every date range includes it. */
    @Nullable
    Moment when();

    /** When it ended or will end, for what lasts. Null when it has no end or none is known. */
    default @Nullable Moment until() {
        return null;
    }

    /** What its kind's own status means across kinds. */
    RecordState state();

    /** Who provides it or did it. */
    @Nullable
    Organisation organisation();
}
