package care.weft.gateway.access;

import care.weft.spi.model.PersonKey;

/**
 * How one caller stands to one person, role by role.
 *
 * @param self whether it is the caller
 * @param proxy whether the caller acts for the person
 * @param staff how whoever asks as staff stands to the person
 */
public record Ties(boolean self, boolean proxy, LegitimateRelationship staff) {

    /** What the token alone says, with what is known of the relationship as staff. */
    public static Ties of(Caller caller, PersonKey person, LegitimateRelationship staff) {
        return new Ties(
                caller.self() != null && PersonKey.of(caller.self()).equals(person),
                caller.proxyFor().stream().map(PersonKey::of).anyMatch(person::equals),
                staff);
    }

    /** Whether the caller is the person or acts for them, in whatever role they ask: what is not for the person is not for them. */
    public boolean isClose() {
        return self || proxy;
    }

    /** How the caller stands in one role. */
    public LegitimateRelationship in(CallerRole role) {
        return switch (role) {
            case PERSON -> self ? LegitimateRelationship.SELF : LegitimateRelationship.NONE;
            case PROXY -> proxy ? LegitimateRelationship.PROXY : LegitimateRelationship.NONE;
            case GP,
                    OUT_OF_HOURS_CLINICIAN,
                    NURSE,
                    THERAPIST,
                    SOCIAL_WORKER,
                    MENTAL_HEALTH_PRACTITIONER,
                    DISCHARGE_COORDINATOR,
                    MDT_COORDINATOR,
                    SUPPORT_STAFF,
                    LINK_WORKER,
                    CARE_PROVIDER,
                    IDENTITY_REVIEWER,
                    INFORMATION_GOVERNANCE_REVIEWER,
                    AUDITOR,
                    OPERATOR -> staff;
        };
    }
}
