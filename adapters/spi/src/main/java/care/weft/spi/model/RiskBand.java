package care.weft.spi.model;

/** The band of risk that an assessment arrived at. */
public enum RiskBand {
    LOW,
    MEDIUM,
    HIGH
}
