package care.weft.stubs.gp;

import care.weft.stubs.fhir.Outcomes;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.PartnerSystem;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Spine directory, and the practices that it leads to. */
final class GpSystem implements PartnerSystem {

    private final SpineDirectory directory;
    private final PracticeServers practices;

    GpSystem(Map<String, Surgery> surgeries, GpRecords records, InstantSource clock) {
        directory = new SpineDirectory(surgeries);
        practices = new PracticeServers(surgeries, records, clock);
    }

    @Override
    public String basePath() {
        return SpineDirectory.BASE_PATH;
    }

    @Override
    public String kind(String path) {
        return path.startsWith(basePath() + "/")
                        || PracticeServers.PATH.matcher(path).matches()
                ? path.substring(path.lastIndexOf('/') + 1)
                : "other";
    }

    @Override
    public @Nullable String site(String path) {
        var practice = PracticeServers.PATH.matcher(path);
        return practice.matches() ? practice.group(1) : null;
    }

    @Override
    public Answer answer(Call call) {
        if (PracticeServers.PATH.matcher(call.path()).matches()) {
            return practices.answer(call);
        }
        return call.path().startsWith(basePath() + "/")
                ? directory.answer(call)
                : Outcomes.of(404, "not-found", "There is nothing at this address");
    }
}
