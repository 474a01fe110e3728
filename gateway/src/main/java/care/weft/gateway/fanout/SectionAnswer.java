package care.weft.gateway.fanout;

import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;

/**
 * What every partner said of one section of one person's record, in the configured order of partners.
 *
 * @param sources one per configured partner
 * @param whereabouts whether they are among what is shown
 */
public record SectionAnswer(PersonKey person, Section section, List<SourceAnswer> sources, Whereabouts whereabouts) {

    public SectionAnswer {
        sources = List.copyOf(sources);
    }
}
