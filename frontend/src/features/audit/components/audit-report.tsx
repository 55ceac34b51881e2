// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import type { Audit } from "../audit.ts";
import { AtBlock } from "./at-block.tsx";
import { CheckTable } from "./check-table.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { ProgrammeTable } from "./programme-table.tsx";
import { RateTable } from "./rate-table.tsx";
import { RoleTable } from "./role-table.tsx";
import { Verdict } from "./verdict.tsx";

function Block({ children }: { children: ReactNode }) {
  return <div className="rounded-card border border-hairline bg-surface p-5 md:p-8">{children}</div>;
}

type Props = {
  audit: Audit;
  isRunning: boolean;
  progress: number;
  onAgain: () => void;
  /** Whether a block was asked for, and how to ask for another. */
  isAtBlock: boolean;
  onAskBlock: (block: string) => void;
};

/** The whole audit: the verdict, the figures it rests on, and every check with both numbers. */
export function AuditReport({ audit, isRunning, progress, onAgain, isAtBlock, onAskBlock }: Props) {
  const { t } = useTranslation("audit");
  const { figures, checks, block, roles } = audit;
  return (
    <div className="space-y-6">
      <Verdict audit={audit} isRunning={isRunning} progress={progress} onAgain={onAgain} />
      <AtBlock key={block} block={block} isAsked={isAtBlock} onAsk={onAskBlock} />
      <KeyFigures audit={audit} />
      {figures.isIssuingClosed && (
        <p className="rounded-card border border-bad bg-surface px-5 py-4 font-semibold">{t("issuingClosed")}</p>
      )}
      <Block>
        <CheckTable checks={checks} block={block} />
      </Block>
      <Block>
        <ProgrammeTable programmes={figures.programmes} />
      </Block>
      <Block>
        <RateTable figures={figures} />
      </Block>
      <Block>
        <RoleTable roles={roles} />
        <Link to="/contrats" className={buttonClass("quiet", "mt-4 px-0!")}>
          {t("toContracts")}
        </Link>
      </Block>
    </div>
  );
}
