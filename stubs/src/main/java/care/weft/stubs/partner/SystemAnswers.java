package care.weft.stubs.partner;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Hands the calls of the standing mapping to the partner system. */
final class SystemAnswers implements ResponseDefinitionTransformerV2 {

    static final String NAME = "partner-system";

    private static final Pattern BY_NAME = Pattern.compile("http://[^:/]+\\.example(:\\d+)?");

    private final PartnerSystem system;
    private volatile Duration delay = Duration.ZERO;
    private volatile Disorder disorder = Disorder.NONE;

    SystemAnswers(PartnerSystem system) {
        this.system = system;
    }

    void delay(Duration newDelay) {
        delay = newDelay;
    }

    void disorder(Disorder newDisorder) {
        disorder = newDisorder;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var call = call(event.getRequest());
        var answer = disorder.instead(system.kind(call.path()), call, system.answer(call));
        var response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(answer.status())
                .withBody(answer.body());
        answer.headers().forEach(response::withHeader);
        if (delay.isPositive()) {
            response.withFixedDelay((int) delay.toMillis());
        }
        return response.build();
    }

    private static Call call(LoggedRequest request) {
        var query = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, QueryParameter> parameter :
                request.getQueryParams().entrySet()) {
            query.put(parameter.getKey(), parameter.getValue().values());
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        return new Call(
                request.getMethod().getName(),
                origin(request),
                path(request),
                query,
                headers,
                request.getBodyAsString());
    }

    /** Who calls by name speaks TLS with the proxy before this system, which itself hears plain HTTP. */
    private static String origin(LoggedRequest request) {
        var url = request.getAbsoluteUrl();
        var origin = url.substring(0, url.indexOf('/', "https://".length()));
        return BY_NAME.matcher(origin).matches() ? origin.replaceFirst("^http:", "https:") : origin;
    }

    static String path(LoggedRequest request) {
        var url = request.getUrl();
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
