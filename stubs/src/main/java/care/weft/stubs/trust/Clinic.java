package care.weft.stubs.trust;

/** A clinic or service of the trust: what appointments and referrals are for. */
enum Clinic {
    FALLS("Falls clinic", "430", "Elderly Medicine", Site.WITHINGTON, "Dr Ifeoma Nwachukwu"),
    ELDERLY_MEDICINE("Elderly medicine clinic", "430", "Elderly Medicine", Site.ROYAL_INFIRMARY, "Dr Stephen Lomas"),
    CARDIOLOGY("Cardiology clinic", "320", "Cardiology", Site.WYTHENSHAWE, "Dr Anil Deshpande"),
    RESPIRATORY("Respiratory clinic", "340", "Respiratory Medicine", Site.NORTH_MANCHESTER, "Dr Laila Haddad"),
    DIABETES("Diabetes clinic", "307", "Diabetes", Site.ROYAL_INFIRMARY, "Dr Ewa Mazur"),
    EYE("Eye clinic", "130", "Ophthalmology", Site.EYE_HOSPITAL, "Miss Joanna Pickles"),
    ORTHOPAEDICS("Fracture clinic", "110", "Trauma and Orthopaedics", Site.WYTHENSHAWE, "Mr Kwame Boateng"),
    NEUROLOGY("Neurology clinic", "400", "Neurology", Site.ROYAL_INFIRMARY, "Dr Shreya Kulkarni"),
    RHEUMATOLOGY("Rheumatology clinic", "410", "Rheumatology", Site.NORTH_MANCHESTER, "Dr Brendan Tully"),
    RENAL("Dialysis unit", "361", "Renal Medicine", Site.ROYAL_INFIRMARY, "Sister Marcia Whyte"),
    SLEEP("Overnight sleep study", "347", "Sleep Medicine", Site.WYTHENSHAWE, "Dr Hugh Ferrars"),
    PHYSIOTHERAPY("Physiotherapy", "650", "Physiotherapy", Site.WITHINGTON, "Agnieszka Lis"),
    OCCUPATIONAL_THERAPY("Occupational therapy", "651", "Occupational Therapy", Site.HOME, "Danielle Fearnley"),
    PODIATRY("Podiatry", "653", "Podiatry", Site.WITHINGTON, "Usman Raja");

    private final String title;
    private final String specialtyCode;
    private final String specialty;
    private final Site site;
    private final String clinician;

    Clinic(String title, String specialtyCode, String specialty, Site site, String clinician) {
        this.title = title;
        this.specialtyCode = specialtyCode;
        this.specialty = specialty;
        this.site = site;
        this.clinician = clinician;
    }

    String title() {
        return title;
    }

    /** The treatment function code. */
    String specialtyCode() {
        return specialtyCode;
    }

    String specialty() {
        return specialty;
    }

    Site site() {
        return site;
    }

    String clinician() {
        return clinician;
    }
}
