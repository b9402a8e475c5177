export { AddressTabs, type AddressTab } from "./AddressTabs.tsx";
export { type Appearance } from "./theme.ts";
export { applyAppearance, chooseAppearance, useAppearance, useIsPhone } from "./appearance.ts";
export { addressOf, type CallInput, call, download } from "./client.ts";
export { fieldErrorsOf, isProblem } from "./client-problem.ts";
export { ConfirmAct, ConfirmReason } from "./ConfirmAct.tsx";
export { DataTable } from "./DataTable.tsx";
export { DayInput } from "./DayInput.tsx";
export { DateText, Deadline, distanceInWords, MomentText, writeDay, writeMoment } from "./dates.tsx";
export { Explain } from "./Explain.tsx";
export { Facts } from "./Facts.tsx";
export { Field } from "./Field.tsx";
export { FilePicker } from "./FilePicker.tsx";
export { writeSize } from "./file-choice.ts";
export { keep, recall } from "./kept.ts";
export { Lamp, type LampColour } from "./Lamp.tsx";
export type { Column } from "./ledger/column.ts";
export { useFilters, useGo, useLeaveGuard, usePathParam } from "./navigation.ts";
export { NumberCell, Progress, writeNumber } from "./numbers.tsx";
export { notify } from "./notify.ts";
export { PageLink } from "./PageLink.tsx";
export { type Breadcrumb, PageShell, Section } from "./PageShell.tsx";
export { createQueryClient } from "./query-client.ts";
export { type SearchField, SearchForm } from "./SearchForm.tsx";
export { EmptyNotice, Loading, ProblemNotice, ViewStates } from "./states.tsx";
export { TimeLine, type TimeLineEntry } from "./TimeLine.tsx";
export { UiGround } from "./UiGround.tsx";
export { words } from "./words.ts";
export {
  type Command,
  type PagesView,
  useCommand,
  usePages,
  useRefreshAll,
  useView,
  type View,
  type ViewOptions,
} from "./views.ts";
