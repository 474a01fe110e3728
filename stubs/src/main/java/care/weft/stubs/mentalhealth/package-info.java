/** A mental-health trust whose records are those of the Mental Health Services Data Set, version 6, over REST. */
@NullMarked
package care.weft.stubs.mentalhealth;

import org.jspecify.annotations.NullMarked;
