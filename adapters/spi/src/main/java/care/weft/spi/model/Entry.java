package care.weft.spi.model;

/** One thing that a partner holds about one person. */
public sealed interface Entry permits CareRecord, Demographics, Involvement, Relationship {

    RecordSource source();

    /** The section that it belongs to. */
    Section section();
}
