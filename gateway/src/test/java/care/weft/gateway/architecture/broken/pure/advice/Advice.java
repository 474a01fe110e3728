package care.weft.gateway.architecture.broken.pure.advice;

/** What the rules below must not know. */
public record Advice() {}
