package care.weft.gateway.architecture.broken.pure.advice.rules;

import care.weft.gateway.architecture.broken.pure.advice.Advice;

/** A rule that knows who asks it. */
public record OnAdvice(Advice advice) {}
