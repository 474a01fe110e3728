package care.weft.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** Which of the packages right below a root may use which others. Classes in the root itself may use none and be used by none. */
final class AllowedArrows extends ArchCondition<JavaClass> {

    private static final String ROOT_ITSELF = "";

    private final String root;
    private final Map<String, Set<String>> mayUse;
    private final Set<String> othersMayUse;
    private final boolean othersExist;

    private AllowedArrows(String root, Map<String, Set<String>> mayUse, Set<String> othersMayUse, boolean othersExist) {
        super("use only what an arrow leads to");
        this.root = root;
        this.mayUse = mayUse;
        this.othersMayUse = othersMayUse;
        this.othersExist = othersExist;
    }

    /** No package but those in the table. */
    static AllowedArrows between(String root, Map<String, Set<String>> mayUse) {
        return new AllowedArrows(root, mayUse, Set.of(), false);
    }

    /** Further packages too, which all may use the same. */
    AllowedArrows andOthers(Set<String> othersMayUse) {
        return new AllowedArrows(root, mayUse, othersMayUse, true);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var from = part(type);
        if (!othersExist && !from.equals(ROOT_ITSELF) && !mayUse.containsKey(from)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is in '" + from + "', for which no arrows are decided"));
        }
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            var target = dependency.getTargetClass().getBaseComponentType();
            if (isBelowRoot(target) && !mayUse(from, part(target))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private boolean mayUse(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        return !from.equals(ROOT_ITSELF)
                && mayUse.getOrDefault(from, othersMayUse).contains(to);
    }

    private boolean isBelowRoot(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private String part(JavaClass type) {
        if (type.getPackageName().equals(root)) {
            return ROOT_ITSELF;
        }
        var below = type.getPackageName().substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
