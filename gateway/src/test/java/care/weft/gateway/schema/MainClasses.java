package care.weft.gateway.schema;

import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Classes on the class path, without those of tests. */
final class MainClasses extends ClassPathScanningCandidateComponentProvider {

    private MainClasses(TypeFilter filter) {
        super(false);
        addIncludeFilter(filter);
        addExcludeFilter((type, _) -> isTest(type));
    }

    static Stream<Class<?>> annotatedWith(Class<?> annotation, String packages) {
        return scan((type, _) -> type.getAnnotationMetadata().hasAnnotation(annotation.getName()), packages);
    }

    static Stream<Class<?>> enums(String packages) {
        return scan(
                (type, _) -> Enum.class.getName().equals(type.getClassMetadata().getSuperClassName()), packages);
    }

    private static Stream<Class<?>> scan(TypeFilter filter, String packages) {
        return new MainClasses(filter)
                .findCandidateComponents(packages).stream()
                        .map(found -> ClassUtils.resolveClassName(
                                String.valueOf(found.getBeanClassName()), MainClasses.class.getClassLoader()));
    }

    private static boolean isTest(MetadataReader type) {
        return String.valueOf(type.getResource()).contains("test-classes");
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
        return true;
    }
}
