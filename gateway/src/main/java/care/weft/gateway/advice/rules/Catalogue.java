package care.weft.gateway.advice.rules;

import care.weft.spi.model.Section;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The instruments that are known here. Constant while the gateway runs. */
public final class Catalogue {

    private final String edition;
    private final Map<String, AssessmentInstrument> instruments = new LinkedHashMap<>();
    private final Map<EventKind, Section> eventSources;
    private final Set<String> partnerKinds;

    /**
     * A catalogue.
     *
     * @param edition when it was made
     * @param instruments in the order in which they are listed, each id once
     * @param eventSources the section that tells of every event of a kind; a kind that is not there is told by none
     * @param partnerKinds the kinds of partner that are spoken of
     */
    public Catalogue(
            String edition,
            Collection<AssessmentInstrument> instruments,
            Map<EventKind, Section> eventSources,
            Set<String> partnerKinds) {
        this.edition = edition;
        instruments.forEach(each -> this.instruments.put(each.id(), each));
        this.eventSources = Map.copyOf(eventSources);
        this.partnerKinds = Set.copyOf(partnerKinds);
    }

    /** The same with other rows. */
    public Catalogue with(Collection<AssessmentInstrument> others) {
        return new Catalogue(edition, others, eventSources, partnerKinds);
    }

    /** In the catalogue's order. */
    public List<AssessmentInstrument> instruments() {
        return List.copyOf(instruments.values());
    }

    /** The one with this id; empty when there is none. */
    public Optional<AssessmentInstrument> find(String id) {
        return Optional.ofNullable(instruments.get(id));
    }

    /** The section that tells of every event of this kind; empty when none does. */
    public Optional<Section> source(EventKind event) {
        return Optional.ofNullable(eventSources.get(event));
    }

    /** What would be known to have happened, where these sections were answered by every partner that offers them. */
    public Set<EventKind> toldBy(Set<Section> answered) {
        var told = EnumSet.noneOf(EventKind.class);
        eventSources.forEach((event, section) -> {
            if (answered.contains(section)) {
                told.add(event);
            }
        });
        return Collections.unmodifiableSet(told);
    }

    /** The kinds of partner that are spoken of. */
    public Set<String> partnerKinds() {
        return partnerKinds;
    }

    /** When it was made. */
    public String edition() {
        return edition;
    }
}
