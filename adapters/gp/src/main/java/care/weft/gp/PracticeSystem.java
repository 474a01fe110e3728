package care.weft.gp;

/**
 * A practice's system for one capability, as the directory has it.
 *
 * @param asid its number on the Spine
 * @param address where it is, without a slash at the end
 */
record PracticeSystem(String asid, String address) {}
