package care.weft.gateway.architecture.broken.pure.access;

import care.weft.spi.model.PersonKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** May. */
public record OnTheModel(@Nullable PersonKey person, Set<String> roles) {}
