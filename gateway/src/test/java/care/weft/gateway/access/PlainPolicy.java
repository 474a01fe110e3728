package care.weft.gateway.access;

import care.weft.spi.model.Confidentiality;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a policy in its plainest words: slow, and obvious. What {@link AccessPolicy} decides is compared with it.
 *
 * <p>Somebody sees a field of a record when one of their roles sees it. A role sees it when a rule allows it that section of that
 * record, a rule allows it that field of that record, and no rule denies either. Of a record with labels a rule must name each. What is not
 * for the person is not for them in any role.
 */
final class PlainPolicy {

    private final List<PolicyRule> rules;

    PlainPolicy(List<PolicyRule> rules) {
        this.rules = rules;
    }

    /**
     * Whether a record is seen, or a sensitive field of it.
     *
     * @param field null for the record without its sensitive fields
     * @param kinds of record that it is: {@link RecordScope#ALL}, and what else it is to the caller
     * @param labels that it bears
     */
    boolean sees(
            AccessRequest asked, @Nullable SensitiveField field, Set<RecordScope> kinds, Set<Confidentiality> labels) {
        if (labels.contains(Confidentiality.NOT_FOR_PERSON)
                && (asked.ties().self() || asked.ties().proxy())) {
            return false;
        }
        for (var role : asked.caller().roles()) {
            for (var kind : kinds) {
                if (allows(asked, role, null, kind, labels) && !denies(asked, role, null)) {
                    if (field == null || (allows(asked, role, field, kind, labels) && !denies(asked, role, field))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean allows(
            AccessRequest asked,
            CallerRole role,
            @Nullable SensitiveField field,
            RecordScope kind,
            Set<Confidentiality> labels) {
        for (var rule : rules) {
            if (rule.allows()
                    && matches(rule, asked, role, field)
                    && (rule.scope() == RecordScope.ALL || rule.scope() == kind)
                    && namesAll(rule, labels)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesAll(PolicyRule rule, Set<Confidentiality> labels) {
        for (var label : labels) {
            if (!rule.labels().contains(label)) {
                return false;
            }
        }
        return true;
    }

    private boolean denies(AccessRequest asked, CallerRole role, @Nullable SensitiveField field) {
        for (var rule : rules) {
            if (!rule.allows() && matches(rule, asked, role, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(
            PolicyRule rule, AccessRequest asked, CallerRole role, @Nullable SensitiveField field) {
        if (!rule.roles().isEmpty() && !rule.roles().contains(role)) {
            return false;
        }
        if (field == null
                ? !rule.sections().contains(asked.section())
                : !rule.fields().contains(field)) {
            return false;
        }
        if (!rule.partners().isEmpty()
                && !rule.partners().contains(asked.kind())
                && !rule.partners().contains(asked.partner().value())) {
            return false;
        }
        if (!rule.purposes().isEmpty() && !rule.purposes().contains(asked.purpose())) {
            return false;
        }
        if (!rule.relationships().isEmpty()
                && !rule.relationships().contains(asked.ties().in(role))) {
            return false;
        }
        if (rule.flags().isEmpty()) {
            return true;
        }
        for (var flag : rule.flags()) {
            if (asked.flags().contains(flag)) {
                return true;
            }
        }
        return false;
    }
}
