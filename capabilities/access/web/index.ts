export { useYear } from "./assessment-year.ts";
export { FormerSignIn } from "./FormerSignIn.tsx";
export { type Me, MeContext, useMe } from "./me.ts";
export { PostSwitcher } from "./PostSwitcher.tsx";
export { SignInPage } from "./SignInPage.tsx";
export { StandingWords } from "./StandingWords.tsx";
export { YearSwitcher } from "./YearSwitcher.tsx";
