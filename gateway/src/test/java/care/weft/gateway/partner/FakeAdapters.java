package care.weft.gateway.partner;

import care.weft.spi.AdapterProfile;
import care.weft.spi.AdapterSettings;
import care.weft.spi.DataSource;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PersonReply;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.SectionRequest;
import care.weft.spi.StandardWindow;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;

/** Adapters of one kind that are opened and closed, and never read. */
public class FakeAdapters implements PartnerAdapterProvider {

    /** Of all that the service loader made: a test does not hold them. */
    static final List<String> CLOSED = new CopyOnWriteArrayList<>();

    final List<PartnerContext> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    private final String kind;

    /** For {@link java.util.ServiceLoader}. */
    public FakeAdapters() {
        this("fake");
    }

    FakeAdapters(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public AdapterProfile profile(AdapterSettings settings) {
        return new AdapterProfile(
                Map.of(Section.ASSESSMENTS, StandardWindow.EVERYTHING),
                LookupKey.NHS_NUMBER,
                1,
                settings.number("calls", 4, 1),
                0,
                DataSource.LIVE,
                PresentedIdentity.SERVICE);
    }

    @Override
    public PartnerAdapter open(PartnerContext context) {
        if (context.settings().text("open", "").equals("no")) {
            throw new IllegalArgumentException("Setting 'open' must not be no");
        }
        opened.add(context);
        return new PartnerAdapter() {
            @Override
            public Flux<PersonReply> read(SectionRequest request) {
                throw new AssertionError("Nothing was to be read");
            }

            @Override
            public void close() {
                closed.add(context.partner().value());
                CLOSED.add(context.partner().value());
                if (context.settings().text("close", "").equals("badly")) {
                    throw new IllegalStateException("cannot close");
                }
            }
        };
    }
}
