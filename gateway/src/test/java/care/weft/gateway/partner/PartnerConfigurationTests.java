package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.testing.SettableClock;
import care.weft.spi.PartnerAdapterProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Adapters are found with the service loader, and a wrong setting ends the start in plain words. */
@ExtendWith(OutputCaptureExtension.class)
class PartnerConfigurationTests {

    @TempDir
    Path services;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    /** In a class loader of its own, or every other test of the gateway would find the fake adapter too. */
    @BeforeEach
    void nameTheFakeAdapter() throws Exception {
        var file = services.resolve("META-INF/services/" + PartnerAdapterProvider.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, FakeAdapters.class.getName());
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {services.toUri().toURL()}, before));
    }

    @AfterEach
    void forgetIt() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void partnersAreOpenedWithTheContextAndClosedWithIt() {
        FakeAdapters.CLOSED.clear();
        try (var context = run("--weft.partners.here.kind=fake")) {
            assertThat(context.getBean(Partners.class).all()).singleElement().satisfies(partner -> {
                assertThat(partner.kind()).isEqualTo("fake");
                assertThat(partner.name()).isEqualTo("Here");
            });
            assertThat(FakeAdapters.CLOSED).isEmpty();
        }
        assertThat(FakeAdapters.CLOSED).containsExactly("here");
    }

    @Test
    void aWrongSettingEndsTheStartInPlainWords(CapturedOutput output) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> run("--weft.partners.here.kind=fak").close());

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("weft.partners.here.kind is 'fak', and there is no adapter of that kind")
                .containsPattern("Set it to one of: .*fake.*\\.")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext run(String kind) {
        var application = new SpringApplication(OnlyPartners.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--spring.config.location=optional:classpath:/none/",
                kind,
                "--weft.partners.here.name=Here",
                "--weft.partners.here.base-url=http://127.0.0.1:1/");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PartnerConfiguration.class)
    @ImportAutoConfiguration(SslAutoConfiguration.class)
    static class OnlyPartners {

        @Bean
        Clock clock() {
            return new SettableClock();
        }
    }
}
