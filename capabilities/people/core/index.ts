export {
  type Appointment,
  type AppointmentProblem,
  findProblemOfAppointment,
  type StandingHolding,
} from "./appointment.ts";
export {
  type ContactField,
  contactFieldNames,
  contactFields,
  findProblemOfContact,
  maskContact,
  maxRevelationsPerDay,
  tidyContact,
} from "./contact.ts";
export { firstPostsOf } from "./first-posts.ts";
export { type PersonalData, personalData, personalDataPrinciples } from "./personal-data.ts";
export {
  type AdministratorKind,
  administratorKinds,
  findResponsible,
  type HeldPost,
  isAdministrator,
  type PostKind,
  type ResponsibilityRole,
  responsibilityRoleNames,
} from "./post.ts";
