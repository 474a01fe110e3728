/** The door: authentication, caller, request id, deadline, and the commit of the audit before anything is emitted. */
@NullMarked
package care.weft.gateway.web;

import org.jspecify.annotations.NullMarked;
