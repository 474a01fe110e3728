package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.person.Person;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of advice: what was asked, what was advised, and by which rules. */
final class GivenAdvice {

    private GivenAdvice() {}

    static AuditFact of(Person person, AssessmentIntent intent, AdviceView advice) {
        var inputs = new TreeMap<String, String>();
        put(inputs, "partner", intent.partner());
        put(inputs, "team", intent.team());
        put(inputs, "setting", intent.setting());
        put(inputs, "on", intent.on());
        put(inputs, "reason", intent.reason());
        put(
                inputs,
                "subject",
                intent.subject() == null ? null : intent.subject().kind());
        put(
                inputs,
                "requiredDomains",
                intent.required().stream().map(each -> each.domain().name()).collect(Collectors.joining(" ")));
        put(inputs, "completeBy", intent.completeBy());
        put(inputs, "personWantsFresh", intent.personWantsFresh());
        return new AuditFact.Advice(
                person.key(),
                advice.id(),
                intent.instrument(),
                advice.decision().name(),
                advice.ruleVersion(),
                inputs);
    }

    private static void put(Map<String, String> inputs, String name, @Nullable Object value) {
        if (value != null) {
            inputs.put(name, String.valueOf(value));
        }
    }
}
