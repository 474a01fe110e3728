/** Mental-health trusts by the tables of their data set: finds a person by NHS number, then reads by the trust's own id. */
@NullMarked
package care.weft.mentalhealth;

import org.jspecify.annotations.NullMarked;
