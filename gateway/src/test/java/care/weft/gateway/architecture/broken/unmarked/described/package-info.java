/** Has no mark. */
package care.weft.gateway.architecture.broken.unmarked.described;
