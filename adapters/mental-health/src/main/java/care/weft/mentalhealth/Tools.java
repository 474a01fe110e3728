package care.weft.mentalhealth;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools of {@code assessment-tools.txt}, by the SNOMED CT codes of what is scored in them. */
final class Tools {

    private static final Map<String, Tool> BY_ITEM = read();

    private Tools() {}

    /** Has the list read now: the first score may come on a thread that must not wait for a file. */
    static void load() {}

    /** The one tool that this is an item of; null when it is of none that is known. */
    static @Nullable Tool withItem(String code) {
        return BY_ITEM.get(code);
    }

    static Map<String, Tool> byItem() {
        return BY_ITEM;
    }

    private static Map<String, Tool> read() {
        var byItem = new HashMap<String, Tool>();
        var heading = "";
        var items = new LinkedHashMap<String, Tool.Item>();
        for (var line : Lines.of("assessment-tools.txt")) {
            if (line.startsWith(" ")) {
                addItems(items, line.strip().split(" ", -1));
            } else {
                add(byItem, heading, items);
                heading = line;
                items.clear();
            }
        }
        add(byItem, heading, items);
        return Map.copyOf(byItem);
    }

    private static void add(Map<String, Tool> byItem, String heading, Map<String, Tool.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        var parts = heading.split(" \\| ", -1);
        var total = switch (parts[2]) {
            case "SUM" -> Tool.Total.SUM;
            case "TOTAL" -> Tool.Total.SENT;
            default -> Tool.Total.NONE;
        };
        var tool = new Tool(parts[0], parts[1], total, parts.length > 3 ? parts[3] : whole(items), items);
        items.keySet().forEach(code -> byItem.put(code, tool));
    }

    /** The newest code of the total stands first: it is also by what a tool that sends its total is known. */
    private static @Nullable String whole(Map<String, Tool.Item> items) {
        return items.entrySet().stream()
                .filter(item -> item.getValue().isTotal())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static void addItems(Map<String, Tool.Item> items, String[] rangeAndCodes) {
        boolean isTotal = rangeAndCodes[0].startsWith("*");
        var range = rangeAndCodes[0].substring(isTotal ? 1 : 0).split("-", -1);
        for (int i = 1; i < rangeAndCodes.length; i++) {
            items.put(rangeAndCodes[i], new Tool.Item(new BigDecimal(range[0]), new BigDecimal(range[1]), isTotal));
        }
    }
}
