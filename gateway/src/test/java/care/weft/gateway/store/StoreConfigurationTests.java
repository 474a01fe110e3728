package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoreConfigurationTests {

    @TempDir
    Path directory;

    final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(UserConfigurations.of(StoreConfiguration.class))
            .withConfiguration(AutoConfigurations.of(
                    R2dbcAutoConfiguration.class, DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class));

    @Test
    void storeIsTheOnlyDatabaseOfTheApplication() {
        runner.withPropertyValues("weft.store.directory=" + directory)
                .run(context -> assertThat(context)
                        .hasSingleBean(Store.class)
                        .hasSingleBean(AuditRows.class)
                        .hasSingleBean(ConnectionFactory.class)
                        .doesNotHaveBean(DataSource.class)
                        .doesNotHaveBean(Flyway.class));
        assertThat(directory.resolve("weft.mv.db")).exists();
    }

    @Test
    void urlWithoutItsJdbcUrlStopsTheStart() {
        runner.withPropertyValues("weft.store.directory=" + directory, "weft.store.url=r2dbc:h2:mem:///x")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("weft.store.jdbc-url"));
    }
}
