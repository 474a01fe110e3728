package care.weft.gateway.graphql.section;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Property
    void pagesShowEveryRecordOnceInOrderWhateverTheirDates(@ForAll("dates") List<Long> dates) {
        var records = new ArrayList<ReleasedRecord>();
        for (int i = 0; i < dates.size(); i++) {
            records.add(record("r" + i, dates.get(i)));
        }
        records.sort(Cursor::compare);

        var seen = new ArrayList<ReleasedRecord>();
        for (var next = records.stream().findFirst(); next.isPresent(); ) {
            seen.add(next.get());
            var cursor = Cursor.parse(Cursor.of(next.get()).write()).orElseThrow();
            next = records.stream().filter(cursor::isBefore).findFirst();
        }

        assertThat(seen).containsExactlyElementsOf(records);
    }

    @Property
    void aRecordThatWentBetweenPagesCostsNoOther(@ForAll("dates") List<Long> dates) {
        var records = new ArrayList<ReleasedRecord>();
        for (int i = 0; i < dates.size(); i++) {
            records.add(record("r" + i, dates.get(i)));
        }
        records.sort(Cursor::compare);
        for (int gone = 0; gone < records.size(); gone++) {
            var cursor = Cursor.of(records.get(gone));
            var left = new ArrayList<>(records);
            left.remove(gone);

            assertThat(left.stream().filter(cursor::isBefore))
                    .containsExactlyElementsOf(records.subList(gone + 1, records.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm90IGEgY3Vyc29y", "OTk5fGE"})
    void whatIsNotACursorIsEmpty(String written) {
        assertThat(Cursor.parse(written)).isEmpty();
    }

    @Provide
    Arbitrary<List<Long>> dates() {
        // Few different dates, so that ties and undated records (-1) are common.
        return Arbitraries.longs().between(-1, 4).list().ofMaxSize(12);
    }

    private static ReleasedRecord record(String id, long day) {
        Referral referral = ReferralBuilder.builder()
                .source(Records.source(id, Records.ADA))
                .title(id)
                .referralStatus(ReferralStatus.ACTIVE)
                .requestedOn(day < 0 ? null : Moment.of(Instant.ofEpochSecond(day * 86_400)))
                .build();
        return new ReleasedRecord(
                referral,
                new Provenance(
                        FakePartner.named("trust").partner(),
                        null,
                        id,
                        null,
                        Records.NOON,
                        Freshness.LIVE,
                        0,
                        null,
                        List.of()),
                () -> id);
    }
}
