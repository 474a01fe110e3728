package care.weft.stubs.population;

/** NHS numbers of the 999 range, which is never issued to anyone. */
public final class NhsNumbers {

    private static final int NO_CHECK_DIGIT = 10;

    private NhsNumbers() {}

    /**
     * Whether these are ten digits of the 999 range of which the last is the true modulus 11 check digit.
     *
     * @param number without spaces
     */
    public static boolean isSynthetic(String number) {
        return number.startsWith("999") && isTrue(number);
    }

    /**
     * Whether these are ten digits of which the last is the true modulus 11 check digit, of whatever range.
     *
     * @param number without spaces
     */
    public static boolean isTrue(String number) {
        return number.matches("[0-9]{10}") && checkDigit(number.substring(0, 9)) == number.charAt(9) - '0';
    }

    /** The number of somebody who is in no population, always the same for the same person. */
    public static String ofSomebodyElse(Person person) {
        return atOrAfter(999_050_000 + person.position() * 2);
    }

    /** The first valid number at or after these nine digits; one start in eleven has no check digit and is passed over. */
    static String atOrAfter(int nineDigits) {
        int candidate = nineDigits;
        while (checkDigit(String.valueOf(candidate)) == NO_CHECK_DIGIT) {
            candidate++;
        }
        return String.valueOf(candidate) + checkDigit(String.valueOf(candidate));
    }

    /** The check digit, or {@value #NO_CHECK_DIGIT} when these nine digits cannot have one. */
    private static int checkDigit(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nineDigits.charAt(i) - '0') * (10 - i);
        }
        return (11 - sum % 11) % 11;
    }
}
