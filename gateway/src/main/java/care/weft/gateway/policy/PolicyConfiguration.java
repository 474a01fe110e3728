package care.weft.gateway.policy;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.StaffList;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.settings.SettingException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Reads the access rules and the list of staff at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class PolicyConfiguration {

    /** The kinds that come with Weft: a policy may name one that this place has no partner of. */
    private static final Set<String> KINDS = Set.of("demographics", "council", "trust", "gp", "mental-health");

    @Bean
    AccessPolicy accessPolicy(AccessSettings settings, Partners partners, ResourceLoader files) {
        var known = new HashSet<>(KINDS);
        partners.all().forEach(partner -> {
            known.add(partner.kind());
            known.add(partner.id().value());
        });
        var file = files.getResource(settings.policy());
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return PolicyFile.read(reader, known);
        } catch (IOException unreadable) {
            throw new SettingException(
                    AccessSettings.POLICY,
                    "names a file that cannot be read: " + settings.policy(),
                    "Set it to the address of the access rules, such as file:/etc/weft/policy.yml.");
        }
    }

    @Bean
    StaffList staffList(AccessSettings settings, ResourceLoader files) {
        if (settings.staff() == null) {
            return new StaffList(List.of());
        }
        try (var reader =
                new InputStreamReader(files.getResource(settings.staff()).getInputStream(), StandardCharsets.UTF_8)) {
            return StaffFile.read(reader);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new SettingException(
                    AccessSettings.STAFF,
                    "names a file that cannot be read: " + settings.staff(),
                    "Set it to the address of the list of staff, such as file:/etc/weft/staff.csv.");
        }
    }
}
