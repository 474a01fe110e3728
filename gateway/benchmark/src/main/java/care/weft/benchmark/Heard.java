package care.weft.benchmark;

/**
 * One question and its answer.
 *
 * @param late nanoseconds after it was due that it was sent: the client's own doing
 * @param nanos from when it was sent until its answer came
 * @param at nanoseconds after the first question that its answer came
 */
record Heard(Question question, Reply reply, long late, long nanos, long at) {

    boolean isWhole() {
        return reply.text().equals(question.expected());
    }
}
