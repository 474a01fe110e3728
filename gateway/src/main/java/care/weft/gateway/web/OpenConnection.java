package care.weft.gateway.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.BooleanSupplier;

/** One client's connection: knows whether a request is under way on it, so that it is ended between requests alone. */
final class OpenConnection extends ChannelDuplexHandler {

    private final Channel channel;
    private final BooleanSupplier leaving;

    // Of the channel's event loop.
    private int underWay;
    private boolean interim;
    private boolean last;

    OpenConnection(Channel channel, BooleanSupplier leaving) {
        this.channel = channel;
        this.leaving = leaving;
    }

    /** Ends it as soon as nothing is under way on it. */
    void end() {
        channel.eventLoop().execute(() -> {
            last = true;
            closeIfLast();
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            underWay++;
        }
        context.fireChannelRead(message);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise handed on tells
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!interim && underWay <= 1 && (last || leaving.getAsBoolean())) {
                last = true;
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        }
        if (message instanceof LastHttpContent && !interim) {
            context.write(message, promise.unvoid().addListener(_ -> {
                underWay--;
                closeIfLast();
            }));
            return;
        }
        context.write(message, promise);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // there is no one to tell
    private void closeIfLast() {
        if (last && underWay <= 0) {
            channel.close();
        }
    }
}
