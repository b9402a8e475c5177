import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { applyAppearance, createQueryClient, UiGround } from "#platform/ui/index.ts";
import { fillLanguageGaps } from "#platform/ui/language-gaps.ts";
import { createPageRouter } from "./router.tsx";
import "./shell.css";

fillLanguageGaps();
applyAppearance();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <UiGround client={createQueryClient()}>
      <RouterProvider router={createPageRouter()} />
    </UiGround>,
  );
}
