import "./ground.css";
import "./page.css";
import "./controls.css";
import "./print.css";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider, theme } from "antd";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useMemo } from "react";
import { useAppearance, useIsPhone } from "./appearance.ts";
import { NoticeArea } from "./NoticeArea.tsx";
import { antdThemeOf } from "./theme.ts";

/** What stands under every page: language, look, the store of answers, notices. */
export function UiGround(props: { readonly client: QueryClient; readonly children: ReactNode }): ReactNode {
  const appearance = useAppearance();
  const isPhone = useIsPhone();
  const config = useMemo(
    () => ({
      ...antdThemeOf(appearance, isPhone),
      algorithm: appearance.isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    }),
    [appearance, isPhone],
  );
  return (
    <ConfigProvider
      locale={zhCN}
      theme={config}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={props.client}>
        {props.children}
        <NoticeArea />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
