package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Bundle;
import care.weft.fhir.Resource;
import care.weft.fhir.Searches;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.StayState;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hospital stays from {@code Encounter}s, and bed-based intermediate care from {@code EpisodeOfCare}s. An episode that a stay
 * names as its own is that stay, told twice, and left out.
 *
 * <p>Episodes are asked for without a date: many state no period, and a server leaves those out of a search by date.
 */
final class Stays {

    static final String ENCOUNTER = "Encounter";
    static final String EPISODE = "EpisodeOfCare";

    private Stays() {}

    static Mono<PersonReply> read(Asked asked, TrustSettings settings) {
        return Searches.of(asked)
                .and(ENCOUNTER, asked.within(ENCOUNTER, "date"))
                .and(EPISODE, asked.all(EPISODE))
                .run()
                .map(answers -> {
                    var told = new HashSet<Resource>();
                    var episodes = answers.found(EPISODE);
                    return answers.map(ENCOUNTER, encounter -> {
                                var stay = EncounterStay.map(asked, settings, encounter);
                                if (stay != null && episodes != null) {
                                    told.addAll(episodesOf(encounter, episodes));
                                }
                                return stay;
                            })
                            .map(
                                    EPISODE,
                                    episode ->
                                            told.contains(episode) ? null : EpisodeStay.map(asked, settings, episode))
                            .reply();
                });
    }

    private static Set<Resource> episodesOf(Resource encounter, Bundle episodes) {
        var found = new HashSet<Resource>();
        for (var reference : encounter.element().references("episodeOfCare")) {
            for (var episode : episodes.of(EPISODE)) {
                if (reference.id() != null && reference.id().equals(episode.id())) {
                    found.add(episode);
                }
            }
        }
        return found;
    }

    /** The end of a stay that has not ended is the planned one. */
    static @Nullable PartialDate expectedDischarge(StayState state, @Nullable Moment end) {
        return end == null || !lasts(state) ? null : day(end);
    }

    static @Nullable Moment dischargedOn(StayState state, @Nullable Moment end) {
        return lasts(state) ? null : end;
    }

    private static boolean lasts(StayState state) {
        return switch (state) {
            case PLANNED, IN_HOSPITAL, READY -> true;
            case DISCHARGED, CANCELLED, UNKNOWN -> false;
        };
    }

    private static PartialDate day(Moment moment) {
        return switch (moment) {
            case Moment.Timed timed -> PartialDate.of(timed.earliestDay());
            case Moment.Dated dated -> dated.date();
        };
    }
}
