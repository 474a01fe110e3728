package care.weft.gateway.journey;

/**
 * A call that the gateway makes to a partner when it is asked about a person, and what is truly answered.
 *
 * @param origin scheme, host and port as the gateway calls them
 * @param url path and query
 * @param own the body of the answer
 * @param urlOfAnother path and query of the same call about somebody else
 * @param another the same body as if it were about somebody else
 */
record KnownCall(String origin, String url, String own, String urlOfAnother, String another) {

    String address() {
        return origin + url;
    }

    String addressOfAnother() {
        return origin + urlOfAnother;
    }
}
