/** What networks and broken servers do to answers, done to any partner stub while it runs. */
@NullMarked
package care.weft.stubs.fault;

import org.jspecify.annotations.NullMarked;
