package care.weft.gateway.schema;

/** What is agreed with front-end teams and served. It may grow; what is here stays, or changes by a written decision. */
final class AgreedShape {

    static final String SDL = """
            scalar NhsNumber scalar Date scalar DateTime scalar Decimal scalar Url
            type Query {
              person(nhsNumber: NhsNumber!): Person
              people(nhsNumbers: [NhsNumber!]!): [Person]!
              assessmentAdvice(intent: AssessmentIntentInput!): AssessmentAdvice
              assessmentAdvices(intents: [AssessmentIntentInput!]!): [AssessmentAdvice]!
              assessmentInstruments(family: String, domain: NeedsDomain): [AssessmentInstrument!]!
              partners: [Partner!]!  me: Caller!
              accessEvents(filter: AccessFilter!, first: Int = 50, after: String): AccessConnection
            }
            type Person {
              id: ID!  nhsNumber: NhsNumber  askedFor: NhsNumber  demographics: DemographicsSection
              identities: [PartnerIdentity!]
              appointments(from: Date, to: Date, exceptPartners: [ID!], recordedSince: DateTime, first: Int = 20, after: String): AppointmentConnection
              carePackages(activeOnly: Boolean = false, exceptPartners: [ID!], recordedSince: DateTime, first: Int = 20, after: String): CarePackageConnection
              referrals(openOnly: Boolean = false, exceptPartners: [ID!], recordedSince: DateTime, first: Int = 20, after: String): ReferralConnection
              assessments(status: [AssessmentStatus!], exceptPartners: [ID!], recordedSince: DateTime, first: Int = 20, after: String): AssessmentConnection
              stays(current: Boolean, from: Date, exceptPartners: [ID!], first: Int = 20, after: String): StayConnection
              timeline(from: Date, to: Date, exceptPartners: [ID!], recordedSince: DateTime, first: Int = 50, after: String): TimelineConnection
              duplicates: DuplicateReport
              sources(sections: [SectionName!]): [SourceStatus!]!
              accessHistory(first: Int = 20, after: String): AccessConnection
            }
            type AppointmentConnection {
              nodes: [Appointment!]!  edges: [AppointmentEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type CarePackageConnection {
              nodes: [CarePackage!]!  edges: [CarePackageEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type ReferralConnection {
              nodes: [Referral!]!  edges: [ReferralEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type AssessmentConnection {
              nodes: [Assessment!]!  edges: [AssessmentEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type StayConnection {
              nodes: [Stay!]!  edges: [StayEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type TimelineConnection {
              nodes: [CareRecord!]!  edges: [TimelineEdge!]!  pageInfo: PageInfo!  totalCount: Count!
              sources: [SourceStatus!]!  completeness: Completeness!  complete: Boolean!
            }
            type Count {
              value: Int!  atLeast: Boolean!
            }
            type SourceStatus {
              partner: Partner!  section: SectionName!  outcome: SourceOutcome!  covers: Coverage
              asOf: DateTime  freshness: Freshness  ageSeconds: Int  rejectedRecords: Int!
              retryable: Boolean!  message: String!
            }
            type Coverage {
              from: Date  to: Date  statuses: [String!]
            }
            interface CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!
            }
            type Provenance {
              partner: Partner!  system: String  recordId: String!  recordedAt: DateTime
              retrievedAt: DateTime!  freshness: Freshness!  ageSeconds: Int!  openIn: Url
            }
            type Coding {
              system: String  code: String  display: String!
            }
            type Appointment implements CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!  appointmentStatus: AppointmentStatus!  startsAt: DateTime!
              endsAt: DateTime  service: Coding  description: String  channel: ContactChannel
              location: Location  practitioner: Practitioner  attendance: Attendance
            }
            type CarePackage implements CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!  packageStatus: CarePackageStatus!  serviceType: Coding
              category: Coding  provider: Organisation  startsOn: Date  endsOn: Date  hoursPerWeek: Decimal
              visitsPerWeek: Int  funding: Coding  weeklyCost: Money  reviewDue: Date
              coordinator: Practitioner
            }
            type Referral implements CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!  referralStatus: ReferralStatus!  priority: Priority
              requestedOn: Date  from: Organisation  to: Organisation  service: Coding  reason: Coding
              ubrn: String  outcome: Coding  closedOn: Date  daysWaiting: Int
            }
            type Stay implements CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!  stayState: StayState!  ward: String  admittedOn: DateTime
              expectedDischarge: Date  readySince: DateTime  pathway: Coding  destination: Coding
              dischargedOn: DateTime
            }
            type Assessment implements CareRecord {
              id: ID!  title: String!  when: DateTime  state: RecordState!  organisation: Organisation
              provenance: Provenance!  assessmentStatus: AssessmentStatus!  statusReason: String
              subject: AssessmentSubject!  setting: CareSetting  bookedAt: DateTime  location: Location
              contact: Contact  startedOn: Date  completedOn: Date  team: String  assessor: Practitioner
              score: Decimal  riskBand: RiskBand  outcome: Coding  summary: String  content: ContentLevel!
              instrument: AssessmentInstrument  domains: [DomainFinding!]!  validUntil: Date
            }
            type DomainFinding {
              domain: NeedsDomain!  depth: Depth!  basis: CoverageBasis!
            }
            input AssessmentIntentInput {
              nhsNumber: NhsNumber!  instrument: ID!  team: String  setting: CareSetting!
              reason: AssessmentReason! = ROUTINE  onBehalfOf: ID  date: Date  completeBy: Date
              subject: AssessmentSubject  carer: ID  requiredDomains: [NeedsDomain!]
              personWantsFresh: Boolean! = false
            }
            type AssessmentAdvice {
              id: ID!  decision: AdviceDecision!  reason: AdviceReason!  confirm: [Confirmation!]!
              domains: [DomainCoverage!]!  residualDomains: [NeedsDomain!]!  joinWith: Assessment
              evidence: [AssessmentEvidence!]!  sources: [SourceStatus!]!  completeness: Completeness!
              complete: Boolean!  ruleVersion: String!
            }
            type DuplicateReport {
              assessments: [DuplicateAssessmentGroup!]!  referrals: [DuplicateReferralGroup!]!
              appointmentClashes: [AppointmentClash!]!  sources: [SourceStatus!]!
              completeness: Completeness!  complete: Boolean!
            }
            type PartnerIdentity {
              partner: Partner!  localId: String  state: IdentityState!  method: String!
            }
            type Caller {
              id: ID!  name: String!  roles: [CallerRole!]!  employer: Organisation
              actsForOrganisations: [Organisation!]!  person: Person  purposes: [PurposeOfUse!]!
              mayRead: [SectionName!]!
            }
            type Partner {
              id: ID!  name: String!  kind: PartnerKind!  odsCode: String  sections: [SectionName!]!
              contact: Contact  health: PartnerHealth!
            }
            enum AdviceDecision { REUSE JOIN TOP_UP PROCEED STOP }
            enum CoverageBasis { STATED INFERRED }
            enum Completeness { COMPLETE COMPLETE_FOR_YOUR_ROLE INCOMPLETE }
            enum SectionName { DEMOGRAPHICS APPOINTMENTS CARE_PACKAGES REFERRALS ASSESSMENTS STAYS }
            enum SourceOutcome {
              ANSWERED PARTIAL NO_RECORD NOTHING_RELEASED NOT_LINKED TIMED_OUT UNAVAILABLE RATE_LIMITED
              INVALID_ANSWER REFUSED WITHHELD NOT_NEEDED NOT_OFFERED
            }
            enum Freshness { LIVE CACHED STALE EXTRACT }
            enum RecordState { PLANNED ACTIVE DONE CANCELLED UNKNOWN }
            enum AssessmentStatus { REQUESTED BOOKED IN_PROGRESS COMPLETED CANCELLED ENTERED_IN_ERROR }
            enum ContentLevel { METADATA SCORE FULL }
            enum IdentityState { CONFIRMED PROVISIONAL REVIEW CONFLICT QUARANTINED NO_MATCH }
            """;

    private AgreedShape() {}
}
