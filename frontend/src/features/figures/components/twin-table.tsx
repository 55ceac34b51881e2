// SPDX-License-Identifier: EUPL-1.2

type Props = {
  caption: string;
  columns: readonly string[];
  /** The first cell of each row names it. */
  rows: readonly (readonly string[])[];
};

/** The numbers of a drawing. Scrolls sideways where it has to, by the keyboard too; its first column stays. */
export function TwinTable({ caption, columns, rows }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard in every browser
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-card">
      <table className="tabular w-full text-left text-caption">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-stone">
          <tr>
            {columns.map((name, index) => (
              <th
                key={name}
                scope="col"
                className={`px-2 py-2 sm:px-3 align-bottom first:rounded-l-card last:rounded-r-card ${index === 0 ? "bg-stone sm:sticky sm:left-0" : "text-right"}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name} className="border-b border-hairline last:border-0">
              <th
                scope="row"
                className="bg-surface px-2 sm:sticky sm:left-0 py-2 sm:px-3 font-normal whitespace-nowrap"
              >
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="px-2 py-2 sm:px-3 text-right whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
