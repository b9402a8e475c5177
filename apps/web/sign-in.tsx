import "#platform/ui/ground.css";
import { createRoot } from "react-dom/client";
import { applyAppearance } from "#platform/ui/appearance.ts";
import { fillLanguageGaps } from "#platform/ui/language-gaps.ts";
import { SignInPage } from "#rooms/access/web/index.ts";

fillLanguageGaps();
applyAppearance();
const root = document.getElementById("root");
if (root) createRoot(root).render(<SignInPage />);
