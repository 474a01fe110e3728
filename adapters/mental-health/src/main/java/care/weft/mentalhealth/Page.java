package care.weft.mentalhealth;

import care.weft.fhir.Element;
import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/** One page of a table, as the partner sent it. The stated content type is not looked at: a body is what it parses as. */
record Page(Element body) {

    private static final String PATIENT_NOT_KNOWN = "patient-not-known";

    /** @throws PartnerException when it is not a page of this table */
    static Page of(HttpReply reply, String table) {
        reply.expect();
        var page = new Page(json(reply));
        if (!page.body.json().path("rows").isArray()) {
            throw new PartnerException(Fault.INVALID_ANSWER, "body is not a page of rows");
        }
        var stated = page.body.text("table");
        if (stated != null && !stated.equalsIgnoreCase(table)) {
            throw new PartnerException(Fault.INVALID_ANSWER, "body is a page of another table");
        }
        return page;
    }

    /** A 404 says that nobody has the id where its problem says so: a wrong address answers 404 as well. */
    static boolean saysThatNobodyHasTheId(HttpReply reply) {
        if (reply.status() != 404 || reply.body().length == 0) {
            return false;
        }
        try {
            return Objects.requireNonNullElse(json(reply).text("type"), "").endsWith(PATIENT_NOT_KNOWN);
        } catch (PartnerException noProblemDocument) {
            return false;
        }
    }

    private static Element json(HttpReply reply) {
        try {
            return Element.read(reply.body());
        } catch (JacksonException notJson) {
            throw new PartnerException(Fault.INVALID_ANSWER, "body is not JSON");
        }
    }

    @Override
    public String toString() {
        return "Page[redacted]";
    }
}
