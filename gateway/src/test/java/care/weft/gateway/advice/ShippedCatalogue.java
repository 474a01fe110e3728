package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.Catalogue;

/** The catalogue as it is shipped, for tests of the rules, which do not read files. */
public final class ShippedCatalogue {

    private ShippedCatalogue() {}

    public static Catalogue read() {
        return CatalogueReader.read();
    }
}
