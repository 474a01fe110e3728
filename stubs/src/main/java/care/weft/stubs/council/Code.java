package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;

import tools.jackson.databind.node.ObjectNode;

/** A code of one of Interweave's social care vocabularies; the constant's name is the code, with hyphens. */
interface Code {

    String name();

    String display();

    default String code() {
        return name().replace('_', '-');
    }

    default ObjectNode coding() {
        return Interweave.coding(getClass().getSimpleName(), code(), display());
    }

    /** The code and words beside it. */
    default ObjectNode with(String text) {
        return concept(coding(), text);
    }
}
