package care.weft.stubs.partner;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** Keeps mappings in memory only: WireMock would read and write files of the working directory. */
final class NothingOnDisk implements MappingsSource {

    @Override
    public void loadMappingsInto(StubMappings stubMappings) {}

    @Override
    public void save(List<StubMapping> stubMappings) {}

    @Override
    public void save(StubMapping stubMapping) {}

    // Deprecated, but without a body in the interface.
    @SuppressWarnings("removal")
    @Override
    public void remove(StubMapping stubMapping) {}

    @Override
    public void removeAll() {}
}
