package care.weft.gateway.schema;

import care.weft.gateway.graphql.JavaTypes;
import care.weft.gateway.graphql.section.ReleasedRecord;
import care.weft.gateway.schema.JavaSide.JavaType;
import care.weft.spi.model.CareRecord;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads from the gateway's code what it has for its SDL. */
final class GatewaySide {

    private static final String GRAPHQL = "care.weft.gateway.graphql";

    private static final Map<String, String> RENAMED = Map.of("SectionName", "Section", "SourceOutcome", "Outcome");

    private GatewaySide() {}

    static JavaSide read() {
        return new JavaSide(types(), resolvers(), enums(), RENAMED);
    }

    private static Map<String, JavaType> types() {
        var types = new HashMap<String, JavaType>();
        types.put("CareRecord", type(CareRecord.class, Set.of()));
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
            context.registerBean(Clock.class, Clock::systemUTC);
            MainClasses.annotatedWith(Configuration.class, GRAPHQL)
                    .filter(GatewaySide::declaresTypes)
                    .forEach(context::register);
            context.refresh();
            for (var some : context.getBeansOfType(JavaTypes.class).values()) {
                some.byName().forEach((name, type) -> {
                    if (types.put(name, type(type, some.derived().keySet())) != null) {
                        throw new AssertionError("Two Java classes stand for " + name);
                    }
                });
            }
        }
        return types;
    }

    private static boolean declaresTypes(Class<?> configuration) {
        return Arrays.stream(configuration.getDeclaredMethods())
                .anyMatch(method -> method.getReturnType() == JavaTypes.class);
    }

    /** Care records leave wrapped with their provenance. */
    private static JavaType type(Class<?> type, Set<String> derived) {
        return new JavaType(type, CareRecord.class.isAssignableFrom(type) ? ReleasedRecord.class : type, derived);
    }

    private static Map<String, Method> resolvers() {
        return MainClasses.annotatedWith(Controller.class, GRAPHQL)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, SchemaMapping.class))
                .collect(Collectors.toMap(GatewaySide::coordinate, method -> method));
    }

    /** As Spring GraphQL finds it: from the method, else its class, else its source. */
    private static String coordinate(Method method) {
        var onMethod = AnnotatedElementUtils.getMergedAnnotation(method, SchemaMapping.class);
        var onClass = AnnotatedElementUtils.getMergedAnnotation(method.getDeclaringClass(), SchemaMapping.class);
        var type = Stream.of(onMethod, onClass)
                .flatMap(Stream::ofNullable)
                .map(SchemaMapping::typeName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> method.getParameterTypes()[0].getSimpleName());
        var field = onMethod == null ? "" : onMethod.field();
        return type + "." + (field.isEmpty() ? method.getName() : field);
    }

    private static Map<String, List<Class<?>>> enums() {
        return Stream.of("care.weft.spi", "care.weft.gateway")
                .flatMap(MainClasses::enums)
                .collect(Collectors.groupingBy(Class::getSimpleName));
    }
}
