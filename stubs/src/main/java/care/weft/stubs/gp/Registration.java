package care.weft.stubs.gp;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;

/** Somebody's registration with a practice, by which the practice may still say that it does not know them. */
record Registration(Person person, Surgery surgery) {

    String patientId() {
        return GpChart.stableId("patient/" + person.key());
    }

    /** Marked sensitive: a practice then answers as for somebody unknown. */
    boolean sensitive() {
        return person.key().equals(Story.RESTRICTED.id()) || ofTheCrowd(40, 7);
    }

    /** Does not agree that the record be shared; appointments are no part of it. */
    boolean dissents() {
        return ofTheCrowd(45, 11);
    }

    /** Something in the record is confidential and left out. */
    boolean hasConfidentialItems() {
        return ofTheCrowd(15, 4);
    }

    /** The record has not come yet from the practice before. */
    boolean inTransit() {
        return ofTheCrowd(34, 5);
    }

    private boolean ofTheCrowd(int oneIn, int remainder) {
        return person.ofTheCrowd() && person.position() % oneIn == remainder;
    }
}
