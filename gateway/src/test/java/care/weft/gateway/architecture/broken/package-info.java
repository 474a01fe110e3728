/**
 * Classes that break the rules, one folder for each rule, so that a rule that no longer catches anything is noticed.
 *
 * <p>Nothing here may be a bean: tests that start the gateway scan this package too.
 */
@NullMarked
package care.weft.gateway.architecture.broken;

import org.jspecify.annotations.NullMarked;
