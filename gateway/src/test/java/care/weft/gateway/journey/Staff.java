package care.weft.gateway.journey;

import care.weft.stubs.Stubs;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The list of staff that an employer supplies for the journeys: the person of the story {@link Story#CARER} is one of them. */
final class Staff {

    static final String ORGANISATION = "STAFF1";
    static final String DEREK = "user-derek";

    private Staff() {}

    /** Where it is. */
    static String of(Stubs stubs, Path directory) throws IOException {
        var file = Files.writeString(
                directory.resolve("staff.csv"),
                "issuer,user,nhs_number,organisation\n"
                        + stubs.identityProvider().issuer() + "," + DEREK + ","
                        + stubs.population().of(Story.CARER).nhsNumber() + "," + ORGANISATION + "\n");
        return file.toUri().toString();
    }
}
