package care.weft.http;

import io.netty.channel.Channel;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponseDecoder;
import reactor.netty.NettyPipeline;

/** Decodes answers as Netty does, and tells what of the bytes that came is not part of any. */
final class AnswerDecoder extends HttpResponseDecoder {

    private AnswerDecoder(HttpDecoderConfig config) {
        super(config);
    }

    /** Puts one in the place of reactor-netty's own codec, which keeps what it has not decoded to itself. */
    static AnswerDecoder install(Channel channel, AnswerLimits limits) {
        var decoder = new AnswerDecoder(new HttpDecoderConfig().setMaxHeaderSize(limits.maxHeaderBytes()));
        channel.pipeline()
                .replace(
                        NettyPipeline.HttpCodec,
                        NettyPipeline.HttpCodec,
                        new CombinedChannelDuplexHandler<>(decoder, new HttpRequestEncoder()));
        return decoder;
    }

    /**
     * Whether bytes are left over that begin no answer that could be told of. Line ends do not count: many a server sends one
     * more than it should, and the decoder passes over them.
     */
    boolean holdsMore() {
        return internalBuffer().forEachByte(octet -> octet == '\r' || octet == '\n') >= 0;
    }
}
