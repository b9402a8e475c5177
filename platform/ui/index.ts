export { type AddressTab, AddressTabs } from "./AddressTabs.tsx";
export { applyAppearance, chooseAppearance, useAppearance } from "./appearance.ts";
export { ConfirmAct, ConfirmReason } from "./ConfirmAct.tsx";
export { type CallInput, call, download } from "./client.ts";
export { fieldErrorsOf } from "./client-problem.ts";
export { DataTable } from "./DataTable.tsx";
export { DayInput } from "./DayInput.tsx";
export { DateText, Deadline, MomentText, writeDay, writeMoment } from "./dates.tsx";
export { Explain } from "./Explain.tsx";
export { Facts } from "./Facts.tsx";
export { Field } from "./Field.tsx";
export { FilePicker } from "./FilePicker.tsx";
export { useGrowing } from "./growing.ts";
export { Lamp, type LampColour } from "./Lamp.tsx";
export type { Column } from "./ledger/column.ts";
export { useFilters, useGo, useLeaveGuard, usePathParam } from "./navigation.ts";
export { notify } from "./notify.ts";
export { Difference, NumberCell, Progress } from "./numbers.tsx";
export { PageLink } from "./PageLink.tsx";
export { type Breadcrumb, PageShell, PageStates, Section } from "./PageShell.tsx";
export { createQueryClient } from "./query-client.ts";
export { type SearchField, SearchForm } from "./SearchForm.tsx";
export { EmptyNotice, Loading, ProblemNotice, ViewStates } from "./states.tsx";
export { TimeLine, type TimeLineEntry } from "./TimeLine.tsx";
export { type Appearance } from "./theme.ts";
export { UiGround } from "./UiGround.tsx";
export {
  type Command,
  type PagesView,
  useCommand,
  usePages,
  useView,
  type View,
  type ViewOptions,
} from "./views.ts";
export { words } from "./words.ts";
