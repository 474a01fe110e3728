package care.weft.gateway.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedFieldsTests {

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                    type Query { person(nhsNumber: String): Person  people: [Person!]!  latest: Entry }
                    type Mutation { announce(who: String): Person }
                    interface Entry { title: String }
                    type Stay implements Entry { title: String ward: String }
                    type Visit implements Entry { title: String team: String }
                    type Person { id: ID  name(form: String): String  entries: [Entry!]!  stays: [Stay!]!  next: Person }"""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { person(nhsNumber: "9990000018") { name(form: "9990000018") id } } | query{person{id name}}
            query Smith9990000018 { nhs9990000018: person { id } b: person { name } } | query{person{id name}}
            mutation { announce(who: "9990000018") { id } } | mutation{announce{id}}
            { person { ...f ... on Person { id } ... { name } } } fragment f on Person { stays { ward } } | query{person{id name stays{ward}}}
            { latest { title ... on Stay { ward } ... on Visit { team __typename } } } | query{latest{...on Stay{ward} ...on Visit{__typename team} title}}
            { person { stays { title ... on Entry { title } } } } | query{person{stays{title}}}
            query($y: Boolean!, $n: Boolean = false) { person { id @include(if: $y) name @skip(if: $y) next @include(if: $n) { id } stays @skip(if: $n) { ward } } } | query{person{id stays{ward}}}
            { __schema { types { name } } __typename } | query{__schema{types{name}} __typename}""")
    void onlyNamesOfTheSchemaAndOnlyWhatIsAskedFor(String document, String asked) {
        assertThat(asked(document)).isEqualTo(asked);
    }

    @Test
    void aFieldIsThereOnceHoweverOftenItIsAskedFor() {
        var often = "{ person { id id a: id next { id } next { id name } } }";

        assertThat(asked(often)).isEqualTo("query{person{id next{id name}}}");
    }

    @Test
    void aDocumentThatStandsForVeryMuchIsCut() {
        // Each fragment asks twice for the next: 2^40 fields in a few hundred characters.
        var fragments = IntStream.range(0, 40)
                .mapToObj(n ->
                        "fragment f%d on Person { a: next { ...f%d } b: next { ...f%d } }".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining(" "));

        assertThat(asked("{ person { ...f0 } } " + fragments + " fragment f40 on Person { id }"))
                .startsWith("query{person{next{next{")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(AskedFields.LONGEST);
    }

    @Test
    void aLongTextIsCut() {
        var fragments = IntStream.range(0, 600)
                .mapToObj(n -> "fragment f%d on Person { id name next { ...f%d } }".formatted(n, n + 1))
                .collect(Collectors.joining(" "));

        assertThat(asked("{ person { ...f0 } } " + fragments + " fragment f600 on Person { id }"))
                .startsWith("query{person{id name next{id name next{")
                .endsWith("…")
                .hasSize(AskedFields.LONGEST);
    }

    private static String asked(String document) {
        var parsed = Parser.parse(document);
        var operation = parsed.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return AskedFields.of(SCHEMA, parsed, operation, Map.of("y", true));
    }
}
