package care.weft.gateway.journey;

import care.weft.gateway.schema.Sdl;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Valid questions about the person {@code $n}, made at random from the schema: of any fields, by any arguments. */
final class RandomQueries {

    private static final TypeDefinitionRegistry SDL = Sdl.served();
    private static final List<String> PARTNERS = List.of("council", "trust", "gp", "mental-health", "demographics");
    private static final List<String> INTENDED = List.of("CARE_ACT_NEEDS", "CGA", "FALLS_MFRA");

    /** Tell whether it was asked before. */
    private static final Set<String> OF_EARLIER_QUESTIONS = Set.of("accessHistory", "repeated");

    private final Random random;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    String next() {
        return switch (random.nextInt(10)) {
            case 0 ->
                query(
                        "assessmentAdvice(intent: { nhsNumber: $n, instrument: \"" + one(INTENDED)
                                + "\", setting: HOME })",
                        "AssessmentAdvice");
            case 1 -> query("people(nhsNumbers: [$n])", "Person");
            case 2 -> list();
            default -> query("person(nhsNumber: $n)", "Person");
        };
    }

    private String query(String field, String type) {
        return "query($n: NhsNumber!) { a: " + field + below(type, new HashSet<>(), 0) + "}";
    }

    /** A page with all by which it may be known how many there are. */
    private String list() {
        var section = one(List.of("appointments", "carePackages", "referrals", "assessments", "stays", "timeline"));
        return "query($n: NhsNumber!) { a: person(nhsNumber: $n) { " + section + "(first: " + (1 + random.nextInt(4))
                + ") { totalCount { value atLeast } complete completeness pageInfo { hasNextPage endCursor }"
                + " edges { cursor node { id title } } sources { partner { id } outcome rejectedRecords message } } } }";
    }

    private String below(String type, Set<String> above, int depth) {
        if (type.equals("Partner")) {
            return " { id } ";
        }
        var kinds = kinds(type);
        if (kinds.isEmpty()) {
            return " ";
        }
        var selected = new StringBuilder(" { __typename ");
        for (var kind : kinds) {
            selected.append("... on ").append(kind).append(" { __typename ");
            var inner = new HashSet<>(above);
            inner.add(kind);
            for (var field : fields(kind)) {
                var leadsTo = TypeInfo.typeInfo(field.getType()).getName();
                if (isWanted(depth, leadsTo)
                        && !inner.contains(leadsTo)
                        && !OF_EARLIER_QUESTIONS.contains(field.getName())) {
                    selected.append(field.getName()).append(arguments(field)).append(below(leadsTo, inner, depth + 1));
                }
            }
            selected.append("} ");
        }
        return selected.append("} ").toString();
    }

    /** Of a person some sections; of these most. */
    private boolean isWanted(int depth, String type) {
        return !type.equals("Person") && random.nextInt(10) < (depth == 0 ? 2 : 5);
    }

    private String arguments(FieldDefinition field) {
        var given = new ArrayList<String>();
        for (var argument : field.getInputValueDefinitions()) {
            var value = random.nextInt(3) == 0 ? value(argument) : null;
            if (value != null) {
                given.add(argument.getName() + ": " + value);
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private @Nullable String value(InputValueDefinition argument) {
        boolean isList = argument.getType() instanceof ListType
                || (argument.getType() instanceof NonNullType all && all.getType() instanceof ListType);
        var type = TypeInfo.typeInfo(argument.getType()).getName();
        var one = switch (type) {
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "Int" -> String.valueOf(random.nextInt(4) == 0 ? 100 : 1 + random.nextInt(5));
            case "Date" -> "\"" + StoryClock.TODAY.plusDays(random.nextInt(900) - 600) + "\"";
            case "DateTime" -> "\"" + StoryClock.TODAY.minusDays(random.nextInt(200)) + "T10:00:00Z\"";
            case "ID" -> "\"" + one(PARTNERS) + "\"";
            default -> word(type);
        };
        return one == null || !isList ? one : "[" + one + "]";
    }

    private @Nullable String word(String type) {
        var words = SDL.getTypeOrNull(type, EnumTypeDefinition.class);
        return words == null
                ? null
                : one(words.getEnumValueDefinitions().stream()
                        .map(EnumValueDefinition::getName)
                        .toList());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<FieldDefinition> fields(String type) {
        var object = SDL.getTypeOrNull(type, ObjectTypeDefinition.class);
        return object == null ? List.of() : object.getFieldDefinitions();
    }

    private static List<String> kinds(String type) {
        if (SDL.getTypeOrNull(type, ObjectTypeDefinition.class) != null) {
            return List.of(type);
        }
        return SDL.getTypeOrNull(type, InterfaceTypeDefinition.class) == null
                ? List.of()
                : Sdl.objects(SDL).stream()
                        .filter(each -> each.getImplements().stream()
                                .anyMatch(of -> of instanceof TypeName name
                                        && name.getName().equals(type)))
                        .map(ObjectTypeDefinition::getName)
                        .toList();
    }
}
