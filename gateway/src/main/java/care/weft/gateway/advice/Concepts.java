package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.Coding;
import care.weft.spi.model.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What partners' own codes and titles mean in the catalogue. What cannot be told is not guessed: it keeps its title, and counts for
 * nothing.
 *
 * <p>First the place's settings are asked, then the data beside the adapter,
 * {@code META-INF/weft/assessment-instruments/<kind>.txt} in its jar, then the catalogue's own SNOMED CT codes. A code goes before
 * words, unless the words mean another instrument: then nobody knows.
 */
final class Concepts {

    private static final String DATA = "META-INF/weft/assessment-instruments/";
    private static final String SNOMED_CT = "http://snomed.info/sct";
    private static final String SETTING = "weft.advice.instruments.";

    private final Catalogue catalogue;
    private final Map<String, ConceptMap> ofPartners = new HashMap<>();
    private final Map<String, ConceptMap> ofKinds = new ConcurrentHashMap<>();
    private final ConceptMap ofAll = new ConceptMap();

    Concepts(Catalogue catalogue, AdviceSettings settings) {
        this.catalogue = catalogue;
        settings.instruments().forEach((partner, written) -> ofPartners.put(partner, map(SETTING + partner, written)));
        for (var row : catalogue.instruments()) {
            if (row.snomedCode() != null) {
                ofAll.add(Concept.of(SNOMED_CT + "|" + row.snomedCode()), row.id(), CatalogueReader.RESOURCE);
            }
        }
    }

    /** Reads the data beside the adapters of all kinds that the catalogue speaks of. What is wrong in them stops the start. */
    Concepts checked() {
        catalogue.partnerKinds().forEach(this::of);
        return this;
    }

    private ConceptMap map(String key, Map<String, List<String>> written) {
        var map = new ConceptMap();
        written.forEach((instrument, concepts) -> {
            var row = AdviceSettings.named(instrument, key + "." + instrument, catalogue);
            concepts.forEach(concept -> map.add(Concept.of(concept), row.id(), key + "." + instrument));
        });
        return map;
    }

    /**
     * The instrument that an assessment was made with.
     *
     * @param kind of the partner's adapter
     * @return an id of the catalogue; empty when it cannot be told
     * @throws SettingException when the data beside the adapter are wrong
     */
    Optional<String> instrument(PartnerId partner, String kind, Assessment assessment) {
        if (partner.equals(AnnouncementSource.ID)) {
            return Optional.ofNullable(assessment.code()).map(Coding::code);
        }
        var maps = Stream.of(
                        Optional.ofNullable(ofPartners.get(partner.value())), Optional.of(of(kind)), Optional.of(ofAll))
                .flatMap(Optional::stream)
                .toList();
        var title = Concept.plain(assessment.title());
        var code = assessment.code();
        var coded = code == null ? Stream.<String>empty() : Concept.coded(code).stream();
        var byCode = first(maps, coded, title);
        var words = code == null ? Stream.of(title) : Stream.of(Concept.plain(code.display()), title);
        var byWords = new HashSet<String>();
        words.distinct().forEach(each -> first(maps, Stream.of(each), title).ifPresent(byWords::add));
        byCode.ifPresent(byWords::add);
        return one(byWords);
    }

    /** Domains by their names, as deeply as an instrument asks about them; none for none. */
    Map<NeedsDomain, Depth> domains(String instrument, List<String> names) {
        var row = catalogue.find(instrument);
        return names.stream()
                .map(NeedsDomain::valueOf)
                .collect(Collectors.toMap(
                        domain -> domain,
                        domain -> row.map(known -> known.domains().getOrDefault(domain, known.maxDepth()))
                                .orElse(Depth.SCREENING)));
    }

    private static Optional<String> first(List<ConceptMap> maps, Stream<String> names, String title) {
        return names.flatMap(name -> maps.stream().flatMap(map -> map.meaning(name, title).stream()))
                .findFirst();
    }

    private static Optional<String> one(Set<String> meanings) {
        return meanings.size() == 1
                ? meanings.stream()
                        .filter(meaning -> !meaning.equals(ConceptMap.NONE))
                        .findFirst()
                : Optional.empty();
    }

    /** The data beside the adapters of a kind; an adapter may have none. */
    ConceptMap of(String kind) {
        return ofKinds.computeIfAbsent(kind, this::read);
    }

    private ConceptMap read(String kind) {
        var name = DATA + kind + ".txt";
        try (InputStream data = Concepts.class.getClassLoader().getResourceAsStream(name)) {
            return data == null
                    ? new ConceptMap()
                    : ConceptMap.read(
                            new String(data.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList(),
                            name,
                            this::id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String id(String written) {
        return written.equals(ConceptMap.NONE)
                ? written
                : catalogue.find(written).map(AssessmentInstrument::id).orElseThrow(IllegalArgumentException::new);
    }
}
