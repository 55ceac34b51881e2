// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/states.tsx";
import { useOpenConnection } from "../../accounts/connection-context.tsx";

/** What a page is for, to who has not said yet who they are. */
export function ConnectFirst({ text }: { text: string }) {
  const { t } = useTranslation("shops");
  const open = useOpenConnection();
  return <EmptyState text={text} action={<Button onClick={() => open("wallet")}>{t("connect")}</Button>} />;
}
