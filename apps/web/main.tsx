import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { applyAppearance, createQueryClient, UiGround } from "#platform/ui/index.ts";
import { createPageRouter } from "./router.tsx";
import "./shell.css";

applyAppearance();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <UiGround client={createQueryClient()}>
      <RouterProvider router={createPageRouter()} />
    </UiGround>,
  );
}
