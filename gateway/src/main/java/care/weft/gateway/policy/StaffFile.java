package care.weft.gateway.policy;

import care.weft.gateway.access.StaffList;
import care.weft.gateway.access.StaffList.Member;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.NhsNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Staff as an employer writes them down: comma-separated, with a header. Described in {@code gateway/docs/access.md}. Whatever is wrong
 * is told by its row alone: a message holds nothing of the file.
 */
final class StaffFile {

    private static final List<String> COLUMNS = List.of("issuer", "user", "nhs_number", "organisation");

    private final Map<List<String>, NhsNumber> numbers = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private int row;

    private StaffFile() {}

    /**
     * Reads the whole file.
     *
     * @throws SettingException for the first row that is wrong
     */
    static StaffList read(Reader file) throws IOException {
        var lines = new BufferedReader(file).lines().toList();
        return new StaffFile().staff(lines);
    }

    private StaffList staff(List<String> lines) {
        List<String> header = null;
        for (var line : lines) {
            row++;
            if (line.isBlank()) {
                continue;
            }
            var fields = fields(line);
            if (header == null) {
                header = header(fields);
            } else {
                add(header, fields);
            }
        }
        if (header == null) {
            throw wrong("must be the header");
        }
        return new StaffList(members);
    }

    private List<String> header(List<String> fields) {
        if (fields.size() != COLUMNS.size() || !fields.containsAll(COLUMNS)) {
            throw wrong("must be the header");
        }
        return fields;
    }

    private void add(List<String> header, List<String> fields) {
        if (fields.size() != COLUMNS.size()) {
            throw wrong("has not four fields");
        }
        if (fields.stream().anyMatch(String::isBlank)) {
            throw wrong("has an empty field");
        }
        var issuer = fields.get(header.indexOf("issuer"));
        var user = fields.get(header.indexOf("user"));
        var number = NhsNumber.parse(fields.get(header.indexOf("nhs_number")))
                .orElseThrow(() -> wrong("has a number that is no NHS number"));
        var before = numbers.put(List.of(issuer, user), number);
        if (before != null && !before.equals(number)) {
            throw wrong("gives a user another number than a row before");
        }
        members.add(new Member(issuer, user, number, fields.get(header.indexOf("organisation"))));
    }

    private static List<String> fields(String line) {
        // Some programs begin a file with a mark of its encoding.
        var plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return Arrays.stream(plain.split(",", -1))
                .map(String::strip)
                .map(field -> field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                        ? field.substring(1, field.length() - 1).strip()
                        : field)
                .toList();
    }

    private SettingException wrong(String problem) {
        return new SettingException(
                AccessSettings.STAFF,
                "names a file whose row " + Math.max(row, 1) + " " + problem,
                "Write one row for each user and organisation, under the header " + String.join(",", COLUMNS) + ".");
    }
}
