package care.weft.http;

import care.weft.spi.PartnerException;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Stands between the HTTP codec and reactor-netty on each connection, for two things that reactor-netty does not do.
 *
 * <p>It writes the request's true target at the last moment: what reactor-netty knows it also logs, on level DEBUG, and
 * targets hold identifiers.
 *
 * <p>It lets exactly one answer through per call. A second one that a broken partner sends, or the rest of a body that is longer
 * than declared, would otherwise be taken for the answer to the next call on that connection, which may be about another person.
 * The end of an answer is therefore held back until all that came with it has been looked at, and what comes while no call is
 * under way closes the connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // write: the promise handed on tells; close: there is no one to tell
final class OneAnswer extends ChannelDuplexHandler {

    private static final String NAME = "weft.oneAnswer";

    private static final int MOST_INTERIM = 10;

    private final AnswerDecoder decoder;
    private final int maxHeaders;

    private @Nullable Attempt next;
    private boolean used;
    private long answered;
    private boolean underWay;
    private boolean interim;
    private int interims;
    private boolean dropped;
    private @Nullable LastHttpContent end;

    private OneAnswer(AnswerDecoder decoder, int maxHeaders) {
        this.decoder = decoder;
        this.maxHeaders = maxHeaders;
    }

    static void install(Channel channel, AnswerLimits limits) {
        var decoder = AnswerDecoder.install(channel, limits);
        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, NAME, new OneAnswer(decoder, limits.maxHeaders()));
    }

    /** Announces the attempt whose request is written to this connection next. */
    static void expect(Channel channel, Attempt attempt) {
        channel.pipeline().get(OneAnswer.class).next = attempt;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpRequest request && next != null) {
            request.setUri(next.target());
            if (used) {
                next.reusing(Duration.ofNanos(System.nanoTime() - answered));
            }
            next = null;
            used = true;
            underWay = true;
            interims = 0;
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!underWay || end != null) {
            ReferenceCountUtil.release(message);
            fail(context, moreThanOne());
        } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            fail(context, part.decoderResult().cause());
        } else if (headers(message) > maxHeaders) {
            ReferenceCountUtil.release(message);
            fail(context, Failures.invalid("more than " + maxHeaders + " headers"));
        } else if (message instanceof HttpResponse response && interim(response)) {
            ReferenceCountUtil.release(message);
            interim = true;
            if (++interims > MOST_INTERIM) {
                fail(context, Failures.invalid("more than " + MOST_INTERIM + " interim answers"));
            }
            dropped = true;
        } else if (message instanceof LastHttpContent last) {
            if (interim) {
                ReferenceCountUtil.release(message);
                interim = false;
                dropped = true;
            } else {
                end = last;
            }
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if ((!underWay || end != null) && decoder.holdsMore()) {
            fail(context, moreThanOne());
        }
        passEnd(context);
        if (dropped) {
            dropped = false;
            context.read();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        passEnd(context);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (used) {
            fail(context, failure);
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        ReferenceCountUtil.release(end);
        end = null;
    }

    private void passEnd(ChannelHandlerContext context) {
        var last = end;
        if (last != null) {
            // Before it is passed on: the next call may begin while it is.
            end = null;
            underWay = false;
            answered = System.nanoTime();
            context.fireChannelRead(last);
        }
    }

    /** Told to the call as what it means: the messages of libraries can hold what was sent, and reactor-netty logs them. */
    private void fail(ChannelHandlerContext context, Throwable failure) {
        boolean heard = underWay;
        underWay = false;
        ReferenceCountUtil.release(end);
        end = null;
        if (heard) {
            context.fireExceptionCaught(Failures.of(failure));
        }
        context.close();
    }

    private static PartnerException moreThanOne() {
        return Failures.invalid("more than one answer to one call");
    }

    private static int headers(Object message) {
        return switch (message) {
            case HttpResponse response -> response.headers().size();
            case LastHttpContent last -> last.trailingHeaders().size();
            default -> 0;
        };
    }

    private static boolean interim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
