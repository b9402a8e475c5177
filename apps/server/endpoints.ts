import type { ActTitles, Endpoint } from "#platform/http/index.ts";
import { accessEndpoints } from "#rooms/access/server/index.ts";
import { assessmentEndpoints } from "#rooms/assessments/server/index.ts";
import { auditEndpoints, collectActTitles } from "#rooms/audit/server/index.ts";
import { bulletinEndpoints } from "#rooms/bulletins/server/index.ts";
import { directiveEndpoints } from "#rooms/directives/server/index.ts";
import { organizationEndpoints } from "#rooms/organizations/server/index.ts";
import { peopleEndpoints } from "#rooms/people/server/index.ts";
import { responsibilityEndpoints } from "#rooms/responsibilities/server/index.ts";
import { taskEndpoints } from "#rooms/tasks/server/index.ts";
import { workbenchEndpoints } from "#rooms/workbench/server/index.ts";

/** Every route of the house, room by room from the lowest up. */
export const endpoints: readonly Endpoint[] = [
  ...auditEndpoints(() => actTitles),
  ...organizationEndpoints,
  ...peopleEndpoints,
  ...accessEndpoints,
  ...taskEndpoints,
  ...directiveEndpoints,
  ...responsibilityEndpoints,
  ...assessmentEndpoints,
  ...bulletinEndpoints,
  ...workbenchEndpoints,
];

/** What the audit calls the acts of all rooms. */
export const actTitles: ActTitles = collectActTitles(endpoints);
