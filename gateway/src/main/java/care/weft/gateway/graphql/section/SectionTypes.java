package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.JavaTypes;
import care.weft.gateway.neighbourhood.Neighbourhood;
import care.weft.gateway.person.Objection;
import care.weft.gateway.person.Opening;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Location;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Money;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Precision;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Stay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Which Java class stands for which SDL type of the sections. */
@Configuration(proxyBeanMethods = false)
class SectionTypes {

    private static final Map<String, Class<?>> KINDS = Map.of(
            "Appointment", Appointment.class,
            "CarePackage", CarePackage.class,
            "Referral", Referral.class,
            "Assessment", Assessment.class,
            "Stay", Stay.class);

    /** Records leave wrapped with their provenance; the rest of their fields is the partner's entry. */
    @Bean
    JavaTypes careRecordTypes(Clock clock) {
        return new JavaTypes(
                KINDS,
                SectionTypes::entry,
                Map.of(
                        "id", record -> ((ReleasedRecord) record).id(),
                        "provenance", record -> ((ReleasedRecord) record).provenance(),
                        "whenPrecision", record -> precision(entry(record).when()),
                        "admittedOnPrecision", record -> precision(((Stay) entry(record)).admittedOn()),
                        "dischargedOnPrecision", record -> precision(((Stay) entry(record)).dischargedOn()),
                        "daysWaiting", record -> daysWaiting((Referral) entry(record), clock)));
    }

    @Bean
    JavaTypes typesOfSections() {
        var types = new HashMap<String, Class<?>>(Map.of(
                "Provenance", Provenance.class,
                "Coding", Coding.class,
                "Organisation", Organisation.class,
                "Practitioner", Practitioner.class,
                "Location", Location.class,
                "Contact", Contact.class,
                "Money", Money.class,
                "PageInfo", PageInfo.class,
                "Count", Count.class,
                "SourceStatus", SourceStatus.class));
        types.put("Coverage", SourceStatus.Coverage.class);
        for (var list : new String[] {"Appointment", "CarePackage", "Referral", "Assessment", "Stay", "Timeline"}) {
            types.put(list + "Connection", RecordConnection.class);
            types.put(list + "Edge", Edge.class);
        }
        types.put("Relationship", RelationshipsResolver.RelationshipView.class);
        types.put("Involvement", InvolvementsResolver.InvolvementView.class);
        types.put("RelationshipConnection", RelationshipsResolver.RelationshipList.class);
        types.put("RelationshipEdge", RelationshipsResolver.RelationshipEdge.class);
        types.put("InvolvementConnection", InvolvementsResolver.InvolvementList.class);
        types.put("InvolvementEdge", InvolvementsResolver.InvolvementEdge.class);
        types.put("ObjectionPayload", ObjectionMutations.ObjectionPayload.class);
        types.put("Objection", Objection.class);
        types.put("BreakGlassPayload", BreakGlassResolver.BreakGlassPayload.class);
        types.put("OpenedRecord", BreakGlassResolver.OpenedRecord.class);
        types.put("BreakGlassReview", BreakGlassReview.class);
        types.put("BreakGlassFinding", Opening.Finding.class);
        types.put("BreakGlassReviewPayload", BreakGlassReviewsResolver.BreakGlassReviewPayload.class);
        types.put("BreakGlassReviewConnection", Page.class);
        types.put("BreakGlassReviewEdge", Page.PageEdge.class);
        types.put("Neighbourhood", Neighbourhood.class);
        types.put("DemographicsSection", DemographicsResolver.DemographicsSection.class);
        types.put("Demographics", DemographicsResolver.Value.class);
        types.put("StatedName", DemographicsResolver.StatedName.class);
        types.put("StatedDate", DemographicsResolver.StatedDate.class);
        types.put("StatedText", DemographicsResolver.StatedText.class);
        types.put("StatedAddress", DemographicsResolver.StatedAddress.class);
        types.put("StatedOrganisation", DemographicsResolver.StatedOrganisation.class);
        types.put("StatedDeath", DemographicsResolver.StatedDeath.class);
        types.put("StatedTelecom", DemographicsResolver.StatedTelecom.class);
        types.put("DemographicConflict", DemographicsResolver.ConflictView.class);
        types.put("ConflictingValue", DemographicsResolver.ConflictingValue.class);
        return JavaTypes.of(types);
    }

    @Bean
    RuntimeWiringConfigurer careRecordKinds() {
        return wiring -> wiring.type(
                "CareRecord",
                type -> type.typeResolver(environment -> environment
                        .getSchema()
                        .getObjectType(entry(Objects.requireNonNull(environment.<Object>getObject()))
                                .getClass()
                                .getSimpleName())));
    }

    private static CareRecord entry(Object record) {
        return ((ReleasedRecord) record).entry();
    }

    private static @Nullable Precision precision(@Nullable Moment moment) {
        return moment == null ? null : moment.precision();
    }

    private static @Nullable Integer daysWaiting(Referral referral, Clock clock) {
        var requested = referral.requestedOn();
        if (requested == null || requested.precision().compareTo(Precision.DAY) < 0) {
            return null;
        }
        var closed = referral.closedOn();
        LocalDate until;
        if (closed != null) {
            if (closed.precision() != Precision.DAY) {
                return null;
            }
            until = closed.earliest();
        } else if (RecordLists.mayBeOpen(referral)) {
            until = LocalDate.now(clock.withZone(Moment.LONDON));
        } else {
            return null;
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(requested.earliestDay(), until));
    }
}
