package care.weft.spi;

/**
 * Makes adapters for one kind of partner system. Named in
 * {@code META-INF/services/care.weft.spi.PartnerAdapterProvider}; needs a public constructor without arguments.
 *
 * @since 0.1.0
 */
public interface PartnerAdapterProvider {

    /** The kind that settings name, such as {@code trust}: unique among the providers on the class path. */
    String kind();

    /**
     * What an adapter with these settings can do and how it wants to be called. Asked once per configured partner, before
     * {@link #open}: the gateway builds the client that it hands over from it.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names it, without its value, and the
     *     gateway does not start
     */
    AdapterProfile profile(AdapterSettings settings);

    /**
     * Opens an adapter for one configured partner. Opens no connection: that happens in the first read.
     *
     * @throws IllegalArgumentException as in {@link #profile}
     */
    PartnerAdapter open(PartnerContext context);
}
