package care.weft.stubs;

import care.weft.stubs.partner.PartnerStub.Journal;
import care.weft.stubs.population.Population;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * How stubs are to be started.
 *
 * @param ports which to listen on
 * @param people how many, the particular ones included: from 19 to 10,000
 * @param today the Europe/London day around which everything happens
 * @param clock the time, for partners that compare it with what a caller says
 * @param journal whether the partner stubs keep the last calls for their admin APIs
 */
public record StubSettings(Ports ports, int people, LocalDate today, InstantSource clock, Journal journal) {

    /** Which ports stubs listen on. */
    public enum Ports {
        /** The ones that demonstrations and other people's scripts rely on. */
        OF_THE_RUN_CONTRACT,
        /** Any that are free: for tests. */
        FREE
    }

    /** The ports of the run contract, 600 people, today. */
    public static StubSettings ofTheRunContract() {
        return new StubSettings(
                Ports.OF_THE_RUN_CONTRACT, 600, LocalDate.now(Population.LONDON), InstantSource.system(), Journal.KEPT);
    }

    /** Free ports and 120 people, otherwise as for the run contract. */
    public static StubSettings onFreePorts() {
        var usual = ofTheRunContract();
        return new StubSettings(Ports.FREE, 120, usual.today(), usual.clock(), usual.journal());
    }

    public StubSettings withPeople(int other) {
        return new StubSettings(ports, other, today, clock, journal);
    }

    public StubSettings withToday(LocalDate other) {
        return new StubSettings(ports, people, other, clock, journal);
    }

    /** By another clock: it is that clock's day, and its time. */
    public StubSettings withClock(InstantSource other) {
        return new StubSettings(ports, people, LocalDate.ofInstant(other.instant(), Population.LONDON), other, journal);
    }

    /** Without a journal of calls, as for load tests. */
    public StubSettings withoutJournal() {
        return new StubSettings(ports, people, today, clock, Journal.NOT_KEPT);
    }

    int port(int ofTheRunContract) {
        return switch (ports) {
            case OF_THE_RUN_CONTRACT -> ofTheRunContract;
            case FREE -> 0;
        };
    }
}
