package care.weft.gateway.audit;

import care.weft.gateway.audit.AuditFact.Disclosure;
import care.weft.gateway.audit.AuditFact.Shown;
import care.weft.spi.model.PersonKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts together what one commit takes, so that a person who was shown is one event and not one for each section and partner. */
final class Disclosures {

    /** A longer disclosure takes several events, so that each stays within what every database stores. */
    static final int RECORDS_PER_EVENT = 500;

    private Disclosures() {}

    /** The same facts: disclosures first, one for each person and in the order of first showing, then the others. */
    static List<AuditFact> onePerPerson(List<AuditFact> facts) {
        var shown = new LinkedHashMap<PersonKey, List<Shown>>();
        var others = new ArrayList<AuditFact>();
        for (var fact : facts) {
            switch (fact) {
                case Disclosure disclosure ->
                    shown.computeIfAbsent(disclosure.person(), _ -> new ArrayList<>())
                            .addAll(disclosure.shown());
                case AuditFact.Denial _,
                        AuditFact.Lookup _,
                        AuditFact.Written _,
                        AuditFact.Advice _,
                        AuditFact.Search _,
                        AuditFact.Purged _,
                        AuditFact.SecurityEvent _ -> others.add(fact);
            }
        }
        var all = new ArrayList<AuditFact>();
        shown.forEach((person, sections) -> inParts(sections).forEach(part -> all.add(new Disclosure(person, part))));
        all.addAll(others);
        return all;
    }

    private static List<List<Shown>> inParts(List<Shown> whole) {
        var parts = new ArrayList<List<Shown>>();
        var part = new ArrayList<Shown>();
        int room = RECORDS_PER_EVENT;
        for (var section : whole) {
            var left = section.records();
            while (left.size() > room) {
                part.add(with(section, left.subList(0, room)));
                left = left.subList(room, left.size());
                parts.add(part);
                part = new ArrayList<>();
                room = RECORDS_PER_EVENT;
            }
            part.add(with(section, left));
            room -= left.size();
        }
        parts.add(part);
        return parts;
    }

    private static Shown with(Shown section, List<ReleasedRecord> records) {
        return new Shown(section.section(), section.partner(), section.outcome(), records);
    }
}
