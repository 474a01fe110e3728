package care.weft.spi;

import care.weft.spi.model.Section;
import java.util.Map;

/**
 * What an adapter offers and how its partner wants to be called. Constant for the adapter's life.
 *
 * @param sections the sections offered, each with the window that a read of it covers; never empty
 * @param lookup by what the partner finds a person
 * @param maxPeoplePerCall how many people one {@link PartnerAdapter#read} may be asked for, 1 or more
 * @param maxConcurrentCalls how many HTTP calls may be under way at one endpoint at once, 1 or more
 * @param maxCallsPerSecond how many HTTP calls may start in a second at one endpoint; 0 for no such limit
 * @param source whether the partner answers from its living system or from an extract
 * @param identity whose identity the partner must see
 */
public record AdapterProfile(
        Map<Section, StandardWindow> sections,
        LookupKey lookup,
        int maxPeoplePerCall,
        int maxConcurrentCalls,
        int maxCallsPerSecond,
        DataSource source,
        PresentedIdentity identity) {

    public AdapterProfile {
        sections = Map.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("A profile offers at least one section");
        }
        if (maxPeoplePerCall < 1 || maxConcurrentCalls < 1 || maxCallsPerSecond < 0) {
            throw new IllegalArgumentException(
                    "maxPeoplePerCall and maxConcurrentCalls are 1 or more, maxCallsPerSecond 0 or more");
        }
    }

    public boolean offers(Section section) {
        return sections.containsKey(section);
    }
}
