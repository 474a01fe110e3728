package care.weft.spi.model;

import java.util.Optional;

/**
 * A valid NHS number: ten ASCII digits, the last a true modulus 11 check digit, not all the same.
 *
 * <p>{@link #toString()} is redacted: a number belongs in a partner call, never in a log.
 *
 * <p>Source of the rule: NHS Data Dictionary, NHS NUMBER.
 *
 * @param value the ten digits, without spaces
 */
public record NhsNumber(String value) {

    public NhsNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "An NHS number is ten digits of which the last is a true check digit (modulus 11)");
        }
    }

    /**
     * Reads a number as people and systems write it, with or without spaces and hyphens.
     *
     * @return empty when it is not a valid number: partners do send such, and they count as absent
     */
    public static Optional<NhsNumber> parse(String written) {
        // A number with its separators is at most 10 digits and 9 separators; longer text is not worth a pass.
        if (written.length() > 20) {
            return Optional.empty();
        }
        var digits = new StringBuilder(10);
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != ' ' && c != '-') {
                digits.append(c);
            }
        }
        var value = digits.toString();
        return isValid(value) ? Optional.of(new NhsNumber(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        if (value.length() != 10) {
            return false;
        }
        int sum = 0;
        boolean allTheSame = true;
        for (int i = 0; i < 10; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            allTheSame &= c == value.charAt(0);
            if (i < 9) {
                sum += (c - '0') * (10 - i);
            }
        }
        int check = (11 - sum % 11) % 11;
        return !allTheSame && check == value.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return "NhsNumber[redacted]";
    }
}
