/** The configured partners: their settings, adapters, clients, credentials and health. */
@NullMarked
package care.weft.gateway.partner;

import org.jspecify.annotations.NullMarked;
