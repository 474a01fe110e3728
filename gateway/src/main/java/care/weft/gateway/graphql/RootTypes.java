package care.weft.gateway.graphql;

import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.PartnerHealth;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which Java class stands for which SDL type of the root fields. */
@Configuration(proxyBeanMethods = false)
class RootTypes {

    @Bean
    JavaTypes personTypes() {
        return JavaTypes.of(Map.of(
                "Person", Person.class,
                "PartnerIdentity", PersonResolver.PartnerIdentity.class,
                "PartnerHealth", PartnerHealth.class,
                "Caller", CallerView.class,
                "ProxyRelation", CallerView.ProxyRelation.class,
                "SectionRight", CallerResolver.SectionRight.class));
    }

    @Bean
    JavaTypes partnerTypes() {
        return new JavaTypes(
                Map.of("Partner", Partner.class),
                Function.identity(),
                Map.of(
                        "id", partner -> ((Partner) partner).id().value(),
                        "kind", partner -> PartnerKind.of(((Partner) partner).kind()),
                        "sections", partner -> sections((Partner) partner)));
    }

    private static List<Section> sections(Partner partner) {
        return partner.profile().sections().keySet().stream().sorted().toList();
    }
}
