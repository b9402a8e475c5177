export {
  type Appointment,
  type AppointmentProblem,
  findProblemOfAppointment,
  type StandingHolding,
} from "./appointment.ts";
export { firstPostsOf } from "./first-posts.ts";
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
