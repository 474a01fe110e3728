package care.weft.stubs.mentalhealth;

import care.weft.stubs.fhir.Json;
import care.weft.stubs.partner.Answer;
import java.io.Serial;

/** A refusal as RFC 9457 has it. */
final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;

    /** @param type the last part of the address that names the kind of problem */
    Problem(int status, String type, String title) {
        super(title, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    Answer answer() {
        var body = Json.object(
                "type", "https://api.mental-health-trust.example/problems/" + type, "title", title, "status", status);
        return Answer.of(status, "application/problem+json", Json.text(body));
    }
}
