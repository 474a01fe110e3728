package care.weft.gateway.fanout;

import static care.weft.gateway.access.SensitiveField.APPOINTMENT_CONTENT;
import static care.weft.gateway.access.SensitiveField.ASSESSMENT_FINDINGS;
import static care.weft.gateway.access.SensitiveField.ASSESSMENT_KIND;
import static care.weft.gateway.access.SensitiveField.ASSESSMENT_TEAM;
import static care.weft.gateway.access.SensitiveField.COSTS;
import static care.weft.gateway.access.SensitiveField.FUNDING;
import static care.weft.gateway.access.SensitiveField.REFERRAL_REASON;
import static care.weft.gateway.access.SensitiveField.RELATIVE_AUTHORITY;
import static care.weft.gateway.access.SensitiveField.RELATIVE_CONTACT;
import static care.weft.gateway.access.SensitiveField.STAY_CARE;
import static care.weft.gateway.access.SensitiveField.WHEREABOUTS;

import care.weft.gateway.access.SensitiveField;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import java.util.List;
import java.util.Set;

/** Leaves sensitive fields of an entry empty. A title, which every record has, says then no more than what kind of record it is. */
final class Blanks {

    private Blanks() {}

    static Entry in(Entry entry, Set<SensitiveField> withheld) {
        if (withheld.isEmpty()) {
            return entry;
        }
        return switch (entry) {
            case Demographics details -> withheld.contains(WHEREABOUTS) ? withoutWhereabouts(details) : details;
            case Relationship relationship -> in(relationship, withheld);
            case Appointment appointment ->
                withheld.contains(APPOINTMENT_CONTENT)
                        ? AppointmentBuilder.builder(appointment)
                                .title("Appointment")
                                .description(null)
                                .service(null)
                                .practitioner(null)
                                .build()
                        : appointment;
            case CarePackage carePackage -> in(carePackage, withheld);
            case Referral referral ->
                withheld.contains(REFERRAL_REASON)
                        ? ReferralBuilder.builder(referral)
                                .title("Referral")
                                .service(null)
                                .reason(null)
                                .outcome(null)
                                .build()
                        : referral;
            case Assessment assessment -> in(assessment, withheld);
            case Stay stay ->
                withheld.contains(STAY_CARE)
                        ? StayBuilder.builder(stay)
                                .title("Stay")
                                .ward(null)
                                .pathway(null)
                                .destination(null)
                                .build()
                        : stay;
            case Involvement involvement -> involvement;
        };
    }

    static Demographics withoutWhereabouts(Demographics details) {
        return DemographicsBuilder.builder(details)
                .address(null)
                .telecoms(List.of())
                .practice(null)
                .build();
    }

    private static Relationship in(Relationship relationship, Set<SensitiveField> withheld) {
        var blank = RelationshipBuilder.builder(relationship);
        if (withheld.contains(RELATIVE_CONTACT)) {
            blank.contact(null);
        }
        if (withheld.contains(RELATIVE_AUTHORITY)) {
            blank.authority(null);
        }
        return blank.build();
    }

    private static CarePackage in(CarePackage carePackage, Set<SensitiveField> withheld) {
        var blank = CarePackageBuilder.builder(carePackage);
        if (withheld.contains(COSTS)) {
            blank.weeklyCost(null);
        }
        if (withheld.contains(FUNDING)) {
            blank.funding(null);
        }
        return blank.build();
    }

    private static Assessment in(Assessment assessment, Set<SensitiveField> withheld) {
        var blank = AssessmentBuilder.builder(assessment);
        if (withheld.contains(ASSESSMENT_KIND)) {
            blank.title("Assessment").code(null);
        }
        if (withheld.contains(ASSESSMENT_TEAM)) {
            blank.team(null).assessor(null).location(null).contact(null).setting(null);
        }
        if (withheld.contains(ASSESSMENT_FINDINGS)) {
            blank.score(null)
                    .riskBand(null)
                    .outcome(null)
                    .summary(null)
                    .statusReason(null)
                    .content(ContentLevel.METADATA);
        }
        return blank.build();
    }
}
