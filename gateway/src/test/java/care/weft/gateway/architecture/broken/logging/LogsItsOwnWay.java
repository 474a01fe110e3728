package care.weft.gateway.architecture.broken.logging;

import java.util.logging.Logger;

/** Uses another log. */
record LogsItsOwnWay(Logger log) {}
