import "#platform/ui/ground.css";
import { createRoot } from "react-dom/client";
import { applyAppearance } from "#platform/ui/appearance.ts";
import { SignInPage } from "#rooms/access/web/index.ts";

applyAppearance();
const root = document.getElementById("root");
if (root) createRoot(root).render(<SignInPage />);
