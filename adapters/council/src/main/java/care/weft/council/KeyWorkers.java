package care.weft.council;

import care.weft.fhir.Codes;
import care.weft.fhir.Element;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a role is that of the one to turn to first: one that the settings name, or that says so itself. */
final class KeyWorkers {

    private static final Pattern IN_WORDS = Pattern.compile("\\b(key[ -]?worker|(allocated|named|lead) "
            + "(\\w+ ){0,2}(worker|professional|practitioner|assessor|therapist)|care co-?ordinator)\\b");
    private static final Pattern NO_LONGER = Pattern.compile("\\b(former|formerly|previous|previously|ex)\\b");

    private KeyWorkers() {}

    static boolean include(Codes named, List<Element> roles) {
        return named.include(roles)
                || Codes.words(roles)
                        .anyMatch(words -> IN_WORDS.matcher(words).find()
                                && !NO_LONGER.matcher(words).find());
    }
}
