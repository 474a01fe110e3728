package care.weft.gateway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;

/**
 * A class declares {@code toString} itself. For a record the compiler writes one that prints every component; in the class
 * file only its call of {@code ObjectMethods} tells it from one that somebody wrote.
 */
final class OwnToString extends ArchCondition<JavaClass> {

    OwnToString() {
        super("declare its own toString");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean own = ClassFile.of().parse(bytes(type)).methods().stream()
                .filter(OwnToString::isToString)
                .anyMatch(method -> !isWrittenByTheCompiler(method));
        events.add(new SimpleConditionEvent(type, own, type.getName() + " has no toString of its own"));
    }

    private static boolean isToString(MethodModel method) {
        return method.methodName().equalsString("toString")
                && method.methodType().equalsString("()Ljava/lang/String;");
    }

    private static boolean isWrittenByTheCompiler(MethodModel method) {
        return method.code()
                .orElseThrow()
                .elementStream()
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
    }

    private static byte[] bytes(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
