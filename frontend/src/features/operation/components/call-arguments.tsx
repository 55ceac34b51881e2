// SPDX-License-Identifier: EUPL-1.2
import type { DecodedCall } from "@monnaie-commune/sdk/ledger/calls";
import { useTranslation } from "react-i18next";
import { Fact } from "../../../components/fact.tsx";
import { Fold } from "../../../components/fold.tsx";
import type calls from "../../../i18n/calls.fr.json";
import { useValueWords } from "../../register/use-value-words.ts";

type ArgumentName = keyof (typeof calls)["arguments"];

const ITEMS_SHOWN = 20;

/** What the signature of a call is made of says nothing to a reader. */
const SILENT = new Set(["data", "proof", "r", "s", "signature", "v", "vs"]);

type Value = { name: string; value: unknown };

/** A record's fields and a list's items as values of their own; a plain value stays. */
function flattened({ name, value }: Value): Value[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ name, value }];
  return Object.entries(value).flatMap(([field, inner]: [string, unknown]) => flattened({ name: field, value: inner }));
}

function Values({ values, isExit }: { values: readonly Value[]; isExit: boolean }) {
  const { t, i18n } = useTranslation("calls");
  const valueWords = useValueWords();
  return (
    <dl className="text-caption">
      {values.map(({ name, value }, index) => (
        <Fact
          key={`${name} ${index}`}
          name={i18n.exists(`calls:arguments.${name}`) ? t(`arguments.${name as ArgumentName}`) : name}
        >
          <span className="break-words">{valueWords(name, value, isExit)}</span>
        </Fact>
      ))}
    </dl>
  );
}

/** The arguments of a call by name, those that are lists item by item; folded, as most are told by what happened. */
export function CallArguments({ call }: { call: DecodedCall }) {
  const { t } = useTranslation("operation");
  const isExit = call.contract === "Redemptions";
  const said = call.arguments.filter(({ name }) => !SILENT.has(name));
  if (said.length === 0) return null;
  const lists = said.flatMap(({ name, value }) => (Array.isArray(value) ? [{ name, items: value as unknown[] }] : []));
  return (
    <Fold title={t("call.details")} className="mt-3">
      <Values values={said.flatMap(flattened)} isExit={isExit} />
      {lists.map(({ name, items }) => (
        <ol key={name} className="mt-2 space-y-3">
          {items.slice(0, ITEMS_SHOWN).map((item, index) => (
            <li key={index}>
              <p className="text-caption font-semibold">{t("call.list", { number: index + 1 })}</p>
              <Values
                values={flattened({ name: name.replace(/s$/, ""), value: item }).filter(
                  (value) => !SILENT.has(value.name),
                )}
                isExit={isExit}
              />
            </li>
          ))}
          {items.length > ITEMS_SHOWN && <li>{t("call.more", { count: items.length - ITEMS_SHOWN })}</li>}
        </ol>
      ))}
    </Fold>
  );
}
