package care.weft.gateway.journey.canary;

import care.weft.stubs.population.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was told of one person in one response, as a place in its text. */
final class PersonAnswer {

    private final Person person;
    private final String where;
    private final int begin;
    private int end;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> marked = new HashSet<>();
    private final Set<String> outcomes = new HashSet<>();
    private int words;
    private int ids;

    /**
     * An answer that is still being read.
     *
     * @param where alias and, in a list, index
     */
    PersonAnswer(Person person, String where, int begin) {
        this.person = person;
        this.where = where;
        this.begin = begin;
    }

    private record Section(String name, int begin, int end) {}

    void section(String name, int sectionBegin, int sectionEnd) {
        sections.add(new Section(name, sectionBegin, sectionEnd));
    }

    void end(int at) {
        end = at;
    }

    boolean beginsBefore(int at) {
        return begin < at;
    }

    boolean endsBefore(int at) {
        return end < at;
    }

    /** Counts a mark of the person's own. */
    void mark(int at, boolean word) {
        var section = sectionAt(at);
        if (!section.isEmpty()) {
            marked.add(section);
        }
        if (word) {
            words++;
        } else {
            ids++;
        }
    }

    void outcome(String outcome) {
        outcomes.add(outcome);
    }

    String at(int at) {
        return where + " " + sectionAt(at);
    }

    private String sectionAt(int at) {
        for (var section : sections) {
            if (section.begin <= at && at <= section.end) {
                return section.name;
            }
        }
        return "";
    }

    Person person() {
        return person;
    }

    int words() {
        return words;
    }

    /** Numbers and ids. */
    int ids() {
        return ids;
    }

    /** The sections in which a mark stands. */
    Set<String> marked() {
        return marked;
    }

    /** All that came of asking partners. */
    Set<String> outcomes() {
        return outcomes;
    }

    String text(String response) {
        return response.substring(begin, end + 1);
    }
}
