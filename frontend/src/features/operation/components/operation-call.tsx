// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "@monnaie-commune/sdk/ledger/acts";
import type { Place } from "@monnaie-commune/sdk/ledger/entries";
import { useTranslation } from "react-i18next";
import type { Address } from "../../../lib/runtime-config.ts";
import { Card } from "../../../components/card.tsx";
import { Fact } from "../../../components/fact.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { AccountLink } from "../../register/components/account-link.tsx";
import { functionKey } from "../../register/function-key.ts";
import type { ExplainedCall } from "../answer-operation.ts";
import type { TransactionData } from "../api/use-transaction-data.ts";
import { CallArguments } from "./call-arguments.tsx";

function RoleUsed({ role, period }: ExplainedCall) {
  const { t } = useTranslation(["operation", "audit"]);
  const language = useLanguage();
  if (role === undefined) return t("call.anybody");
  const name = t(`audit:roles.names.${role}`);
  if (period === undefined) return <span className="text-bad">{t("call.roleMissing", { role: name })}</span>;
  return t("call.roleSince", { role: name, day: formatUtcDay(period.given.day, language) });
}

/** What caused no event comes after all that its block told. */
const LAST = Number.MAX_SAFE_INTEGER;

type CallProps = {
  from: Address;
  to: Address;
  input: Address;
  at: Place;
  signers: readonly Address[];
};

function Call({ from, to, input, at, signers }: CallProps) {
  const { t } = useTranslation(["operation", "calls", "register"]);
  const { data: calls } = useAnswer("operationCalls", { from, to, input, at });
  const isPassedOn = signers.length > 0 && !signers.some((signer) => isSameAddress(signer, from));
  const sender = (
    <Fact name={t(isPassedOn ? "call.passedOn" : "call.by")}>
      <AccountLink address={from} />
    </Fact>
  );
  if (calls === undefined) return <SkeletonRows rows={2} />;
  if (calls === null) {
    return (
      <>
        <p>{t("call.elsewhere")}</p>
        <dl className="mt-2">{sender}</dl>
      </>
    );
  }
  const nameOf = ({ call }: ExplainedCall) => t(`calls:functions.${functionKey(call.contract, call.functionName)}`);
  return calls.map((explained, index) => (
    <div key={index} className={index > 0 ? "mt-5" : ""}>
      <p className="font-semibold">{index === 0 ? nameOf(explained) : t("call.inner", { what: nameOf(explained) })}</p>
      <dl>
        {index === 0 && sender}
        {index === 0 &&
          isPassedOn &&
          signers.slice(0, 3).map((signer) => (
            <Fact key={signer} name={t("call.signedBy")}>
              <AccountLink address={signer} />
            </Fact>
          ))}
        <Fact name={t("call.contract")}>{t(`register:contracts.${explained.call.contract}`)}</Fact>
        <Fact name={t("call.role")}>
          <RoleUsed {...explained} />
        </Fact>
      </dl>
      <CallArguments call={explained.call} />
    </div>
  ));
}

type Props = {
  sent: TransactionData | undefined;
  isPending: boolean;
  /** Where the first event it caused stands. */
  at: Place | undefined;
  details: readonly Act[];
};

/** What the transaction asked, in words; who sent it, who had signed for it, and by which role. */
export function OperationCall({ sent, isPending, at, details }: Props) {
  const { t } = useTranslation("operation");
  const signers = [
    ...new Set(details.flatMap((act) => (act.event === "AuthorizationUsed" ? [act.args.authorizer] : []))),
  ];
  return (
    <Card title={t("call.title")}>
      {!sent && (isPending ? <SkeletonRows rows={2} /> : <p>{t("call.forgotten")}</p>)}
      {sent && sent.to === undefined && (
        <>
          <p className="font-semibold">{t("call.creation")}</p>
          <dl>
            <Fact name={t("call.by")}>
              <AccountLink address={sent.from} />
            </Fact>
          </dl>
        </>
      )}
      {sent?.to !== undefined && (
        <Call
          from={sent.from}
          input={sent.input}
          to={sent.to}
          at={at ?? { day: LAST, block: sent.block, logIndex: LAST, tx: "0x" }}
          signers={signers}
        />
      )}
    </Card>
  );
}
