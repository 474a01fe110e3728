package care.weft.gateway.graphql;

import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartialDate;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scalars. Wrong input is refused with a remedy and never repeated: it may be somebody's number. */
final class Scalars {

    static final GraphQLScalarType NHS_NUMBER = scalar(
            "NhsNumber",
            "it must be a valid NHS number: ten digits of which the last is a true check digit",
            written -> NhsNumber.parse(written).orElse(null),
            value -> value instanceof NhsNumber number ? number.value() : null);

    static final GraphQLScalarType DATE =
            scalar("Date", "it must be a whole day such as 2026-03-09", Scalars::readDay, Scalars::writeDate);

    static final GraphQLScalarType DATE_TIME = scalar(
            "DateTime",
            "it must be a moment with an offset such as 2026-03-09T10:30:00Z",
            Scalars::readMoment,
            Scalars::writeMoment);

    static final GraphQLScalarType DECIMAL =
            ExtendedScalars.GraphQLBigDecimal.transform(scalar -> scalar.name("Decimal"));

    static final GraphQLScalarType URL = scalar(
            "Url",
            "it must be an absolute address",
            _ -> null,
            value -> value instanceof URI address ? address.toString() : null);

    /** Seconds always, fractions only where there are any. */
    private static final DateTimeFormatter LONDON_TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Moment.LONDON).withLocale(Locale.ROOT);

    private Scalars() {}

    private static @Nullable Object readDay(String written) {
        try {
            return written.length() == 10 ? LocalDate.parse(written) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable Object readMoment(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String writeDate(Object value) {
        return switch (value) {
            case PartialDate date -> date.toString();
            case LocalDate day -> day.toString();
            case Moment.Dated(var date) -> date.toString();
            case Moment.Timed timed -> timed.earliestDay().toString();
            default -> null;
        };
    }

    private static @Nullable String writeMoment(Object value) {
        return switch (value) {
            case Instant instant -> LONDON_TIME.format(instant);
            case Moment moment -> LONDON_TIME.format(moment.start());
            default -> null;
        };
    }

    private static GraphQLScalarType scalar(
            String name,
            String remedy,
            Function<String, @Nullable Object> read,
            Function<Object, @Nullable String> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new StrictText(remedy, read, write))
                .build();
    }

    /** Reads text and nothing else, so that a number in JSON is not silently taken for its digits. */
    private record StrictText(
            String remedy, Function<String, @Nullable Object> read, Function<Object, @Nullable String> write)
            implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            var written = write.apply(value);
            if (written == null) {
                throw new CoercingSerializeException(
                        "Cannot write a " + value.getClass().getSimpleName());
            }
            return written;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            var value = input instanceof String written ? read.apply(written) : null;
            if (value == null) {
                throw new CoercingParseValueException(remedy);
            }
            return value;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            var value =
                    input instanceof StringValue text && text.getValue() != null ? read.apply(text.getValue()) : null;
            if (value == null) {
                throw new CoercingParseLiteralException(remedy);
            }
            return value;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(String.valueOf(input));
        }
    }
}
