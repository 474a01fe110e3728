package care.weft.gateway.architecture.broken.blocking.stubs;

/** May. */
final class MayWait {

    private MayWait() {}

    static void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }
}
