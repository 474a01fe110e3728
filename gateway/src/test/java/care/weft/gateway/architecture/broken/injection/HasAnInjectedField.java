package care.weft.gateway.architecture.broken.injection;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Cannot be made without Spring. */
final class HasAnInjectedField {

    @Autowired
    Clock clock;
}
