package care.weft.gateway.graphql.section;

import care.weft.spi.model.CareRecord;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One care record on its way out: what the partner holds, and where it is from. Its id is made when first needed. */
public final class ReleasedRecord {

    private final CareRecord entry;
    private final Provenance provenance;
    private final Supplier<String> makeId;
    private volatile @Nullable String id;

    ReleasedRecord(CareRecord entry, Provenance provenance, Supplier<String> makeId) {
        this.entry = entry;
        this.provenance = provenance;
        this.makeId = makeId;
    }

    public CareRecord entry() {
        return entry;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** Opaque and stable. */
    public String id() {
        var known = id;
        if (known == null) {
            known = makeId.get();
            id = known;
        }
        return known;
    }
}
