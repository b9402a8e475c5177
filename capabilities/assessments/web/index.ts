export { RunPage } from "./RunPage.tsx";
export { RunUnitPage } from "./RunUnitPage.tsx";
export { StandingPage } from "./StandingPage.tsx";
export { UnitStandingPage } from "./UnitStandingPage.tsx";
