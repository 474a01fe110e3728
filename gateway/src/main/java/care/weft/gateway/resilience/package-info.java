/** What stands between an adapter and its partner on every call: circuits that open, and retries within a budget. */
@NullMarked
package care.weft.gateway.resilience;

import org.jspecify.annotations.NullMarked;
