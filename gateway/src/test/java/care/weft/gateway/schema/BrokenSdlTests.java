package care.weft.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.schema.JavaSide.JavaType;
import graphql.execution.DataFetcherResult;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Each check of {@link SdlTests} on an SDL that it must find fault with. */
class BrokenSdlTests {

    @Test
    void whatSaysNothingOfItselfIsFound() {
        var sdl = Sdl.parse("""
                scalar Url
                directive @cost(weight: Int) on FIELD_DEFINITION
                enum Colour { RED }
                interface Thing { id: ID }
                input Filter { by: String }
                union Either = Box
                "Empty words count as none." type Box implements Thing {
                  ""
                  id(of: ID): ID
                }
                extend type Box { lid: String }
                """);

        assertThat(Descriptions.missing(sdl))
                .containsExactlyInAnyOrder(
                        "Url",
                        "@cost",
                        "@cost(weight)",
                        "Colour",
                        "Colour.RED",
                        "Thing",
                        "Thing.id",
                        "Filter",
                        "Filter.by",
                        "Either",
                        "Box.id",
                        "Box.id(of)",
                        "Box.lid");
    }

    @Test
    void fieldsThatJavaAnswersOtherwiseAreFound() {
        var sdl = Sdl.parse("""
                scalar DateTime
                scalar Url
                enum Colour { RED }
                type Lid { id: ID! }
                type Box {
                  agrees: String!
                  agreesOnAll: [Lid!]
                  mayBeNull: String
                  isNeverNull: String!
                  elementIsNeverNull: [String!]!
                  elementMayBeNull: [String]!
                  isOne: String!
                  isMany: [String!]!
                  isAnAddress: Url!
                  isAMoment: DateTime!
                  isAColour: Colour!
                  isALid: Lid!
                  isUnanswered: String
                  isDerived: String
                  isAnsweredTwice: String!
                  comesLater: Lid
                  comesLaterForSure: Lid!
                  mayFailEach: [Lid]!
                }
                """);

        assertThat(Fields.problems(sdl, javaSide()))
                .containsExactlyInAnyOrder(
                        "Box.mayBeNull may be null in the SDL, and never is in Java",
                        "Box.isNeverNull is never null in the SDL, and may be in Java",
                        "Box.elementIsNeverNull is never null in the SDL, and may be in Java",
                        "Box.elementMayBeNull may be null in the SDL, and never is in Java",
                        "Box.isOne is String in the SDL, and List in Java",
                        "Box.isMany is a list in the SDL, and String in Java",
                        "Box.isAnAddress is Url in the SDL, and Instant in Java",
                        "Box.isAMoment is DateTime in the SDL, and URI in Java",
                        "Box.isAColour is Colour in the SDL, and Lid in Java",
                        "Box.isALid is Lid in the SDL, and Colour in Java",
                        "Box.isUnanswered is answered by nothing",
                        "Box.isAnsweredTwice is answered twice",
                        "Box.comesLaterForSure is never null in the SDL, and may be in Java",
                        "Lid.id is answered by nothing",
                        "Box.isNotInTheSdl has a resolver, and is not in the SDL",
                        "Gone has a Java class, and is not in the SDL",
                        "goneToo has a function, and is not in the SDL");
    }

    @Test
    void enumsThatDifferAreFound() {
        var sdl = Sdl.parse("enum Colour { RED BLUE } enum Hue { RED GREEN } enum Size { SMALL } enum Twin { ONE }");

        assertThat(Enums.problems(sdl, javaSide()))
                .containsExactlyInAnyOrder(
                        "Colour.BLUE is not in Java",
                        "Colour.GREEN is not in the SDL",
                        "Size has 0 enums of its name in Java",
                        "Twin has 2 enums of its name in Java");
    }

    @Test
    void whatWasAgreedAndIsGoneIsFound() {
        var agreed = Sdl.parse("""
                scalar Url
                enum Colour { RED BLUE }
                interface Thing { id: ID! }
                type Box implements Thing { id: ID!  lids(first: Int = 20, of: ID): [Box!]!  name: String  old: Int }
                """);
        var served = Sdl.parse("""
                enum Colour { RED GREEN }
                interface Thing { id: ID }
                type Box { id: ID!  lids(first: Int = 50, mine: Boolean!): [Box]!  name: String  more: Int }
                """);

        assertThat(Agreement.broken(agreed, served))
                .containsExactlyInAnyOrder(
                        "Url is gone",
                        "Colour.BLUE is gone",
                        "Thing.id was ID!, and is ID",
                        "Box as Thing is gone",
                        "Box.lids was [Box!]!, and is [Box]! for mine",
                        "Box.lids(first) was Int = 20, and is Int = 50",
                        "Box.lids(of) is gone",
                        "Box.old is gone");
    }

    private static JavaSide javaSide() {
        return new JavaSide(
                Map.of(
                        "Box", new JavaType(Box.class, Box.class, Set.of("isDerived", "goneToo")),
                        "Lid", new JavaType(Lid.class, Lid.class, Set.of()),
                        "Gone", new JavaType(Lid.class, Lid.class, Set.of())),
                Arrays.stream(Resolver.class.getDeclaredMethods())
                        .collect(Collectors.toMap(method -> "Box." + method.getName(), Function.identity())),
                Map.of("Colour", List.of(Colour.class), "Twin", List.of(Colour.class, Colour.class)),
                Map.of("Hue", "Colour"));
    }

    enum Colour {
        RED,
        GREEN
    }

    record Lid() {}

    record Box(
            String agrees,
            @Nullable List<Lid> agreesOnAll,
            String mayBeNull,
            @Nullable String isNeverNull,
            List<@Nullable String> elementIsNeverNull,
            List<String> elementMayBeNull,
            List<String> isOne,
            String isMany,
            Instant isAnAddress,
            URI isAMoment,
            Lid isAColour,
            Colour isALid,
            String isAnsweredTwice) {}

    interface Resolver {

        String isAnsweredTwice();

        String isNotInTheSdl();

        Mono<Lid> comesLater();

        CompletableFuture<@Nullable Lid> comesLaterForSure();

        Mono<List<DataFetcherResult<Lid>>> mayFailEach();
    }
}
