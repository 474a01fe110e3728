package care.weft.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.AccessRequest;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PersonFlag;
import care.weft.gateway.access.Ties;
import care.weft.gateway.access.UserToken;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Policies;
import care.weft.gateway.testing.Records;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.Subject;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What one answer is kept under: two callers share it only when neither may see anything that the other may not. */
class QuestionTests {

    private static final AccessPolicy POLICY = Policies.of(Map.of(
            CallerRole.GP, EnumSet.allOf(Section.class),
            CallerRole.NURSE, EnumSet.of(Section.DEMOGRAPHICS, Section.APPOINTMENTS, Section.STAYS),
            CallerRole.SOCIAL_WORKER, EnumSet.of(Section.DEMOGRAPHICS, Section.CARE_PACKAGES, Section.APPOINTMENTS),
            CallerRole.PERSON, EnumSet.of(Section.DEMOGRAPHICS, Section.APPOINTMENTS)));

    /** Somebody who asks a question of somebody. */
    record Asker(Caller caller, Section section, Subject subject, boolean seen, Circumstances in) {

        /**
         * How they stand to the person, what is known of the person, what for they ask, where, and in whose name.
         *
         * @param authority that of the gateway is never shown
         */
        record Circumstances(
                LegitimateRelationship relationship,
                Set<PersonFlag> flags,
                PurposeOfUse purpose,
                Endpoint endpoint,
                Authority authority) {}

        @Nullable
        Question question() {
            var partner = FakePartner.named(seen ? "gp" : "trust");
            var made = (seen ? partner.seeingTheUser() : partner).partner();
            var operation = new Operation(
                    caller,
                    new UserToken("token"),
                    in.purpose(),
                    Deadline.in(Duration.ofMinutes(1)),
                    AuditBatch.open(new AuditContext("r", "u", null, "i", List.of(), null, "TREAT", null, null)),
                    false);
            return decision() instanceof Decision.Permit permit
                    ? new Question(made.id(), section, standing(operation, made, permit), subject, in.endpoint())
                    : null;
        }

        private Standing standing(Operation operation, Partner made, Decision.Permit permit) {
            return switch (in.authority()) {
                case USER -> Standing.of(operation, made, permit);
                case GATEWAY -> Standing.ofGateway(operation);
            };
        }

        Decision decision() {
            return POLICY.read(asking(caller));
        }

        /** All that decides what this one may see of the section. */
        Set<CallerRole> rights() {
            return caller.roles().stream()
                    .filter(role -> POLICY.read(asking(alone(role))) instanceof Decision.Permit)
                    .collect(Collectors.toSet());
        }

        private AccessRequest asking(Caller who) {
            return new AccessRequest(
                    who,
                    section,
                    new PartnerId("trust"),
                    "trust",
                    in.purpose(),
                    Ties.of(who, subject.key(), in.relationship()),
                    in.flags());
        }

        private Caller alone(CallerRole role) {
            return new Caller(
                    caller.id(),
                    caller.issuer(),
                    caller.name(),
                    Set.of(role),
                    caller.employer(),
                    caller.actsFor(),
                    caller.self());
        }
    }

    @Property(tries = 2_000)
    void twoWithDifferentRightsNeverShareAnAnswer(@ForAll("askers") Asker one, @ForAll("askers") Asker other) {
        var first = one.question();
        var second = other.question();
        if (first == null || second == null || !first.equals(second)) {
            return;
        }
        assertThat(one.in().authority()).isEqualTo(other.in().authority());
        assertThat(one.in().purpose()).isEqualTo(other.in().purpose());
        assertThat(one.in().endpoint()).isEqualTo(other.in().endpoint());
        assertThat(one.section()).isEqualTo(other.section());
        assertThat(one.subject()).isEqualTo(other.subject());
        assertThat(one.seen()).isEqualTo(other.seen());
        if (one.in().authority() == Authority.GATEWAY) {
            return;
        }
        assertThat(one.rights()).isEqualTo(other.rights());
        assertThat(one.decision()).isEqualTo(other.decision());
        assertThat(one.caller().employer()).isEqualTo(other.caller().employer());
        if (one.seen()) {
            assertThat(one.caller()).isEqualTo(other.caller());
        }
    }

    /** Else nothing would ever be shared, and the property above would say nothing. */
    @Property(tries = 500)
    void twoInTheSameStandingShareIt(@ForAll("askers") Asker one) {
        var colleague = new Caller(
                "colleague",
                one.caller().issuer(),
                "Another name",
                one.caller().roles(),
                one.caller().employer(),
                List.of(),
                one.caller().self());
        var other = new Asker(colleague, one.section(), one.subject(), one.seen(), one.in());

        var question = one.question();

        if (question != null && !one.seen()) {
            assertThat(other.question()).isEqualTo(question);
        }
        assertThat(one.question()).isEqualTo(question);
    }

    @Provide
    Arbitrary<Asker> askers() {
        var numbers = Arbitraries.of(Records.ADA, Records.BOB);
        Arbitrary<@Nullable Organisation> employers = Arbitraries.of(
                        new Organisation("RX1", "One"), new Organisation("RX2", "Two"))
                .injectNull(0.3);
        var callers = Combinators.combine(
                        Arbitraries.of("u1", "u2"),
                        Arbitraries.of(CallerRole.class).set().ofMaxSize(3),
                        employers,
                        numbers.injectNull(0.5))
                .as((id, roles, employer, self) ->
                        new Caller(id, "https://issuer.example", "A User", roles, employer, List.of(), self));
        var circumstances = Combinators.combine(
                        Arbitraries.of(LegitimateRelationship.class),
                        Arbitraries.of(PersonFlag.class).set().ofMaxSize(1),
                        Arbitraries.of(PurposeOfUse.TREAT, PurposeOfUse.ETREAT),
                        Arbitraries.of(
                                new Endpoint("one", URI.create("https://one.example")),
                                new Endpoint("two", URI.create("https://two.example"))),
                        Arbitraries.frequency(Tuple.of(4, Authority.USER), Tuple.of(1, Authority.GATEWAY)))
                .as(Asker.Circumstances::new);
        return Combinators.combine(
                        callers,
                        Arbitraries.of(Section.APPOINTMENTS, Section.STAYS, Section.CARE_PACKAGES),
                        numbers.map(number -> new Subject(PersonKey.of(number), number, null)),
                        Arbitraries.of(true, false),
                        circumstances)
                .as(Asker::new);
    }
}
