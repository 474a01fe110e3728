package care.weft.http;

import reactor.netty.http.logging.AbstractHttpMessageLogFactory;
import reactor.netty.http.logging.HttpMessageArgProvider;

/** What reactor-netty may say of an HTTP message in its log: its kind, and neither address nor headers. */
final class SilentMessages extends AbstractHttpMessageLogFactory {

    @Override
    public String common(HttpMessageArgProvider message) {
        return message.httpMessageType().name();
    }
}
