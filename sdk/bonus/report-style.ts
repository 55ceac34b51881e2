// SPDX-License-Identifier: EUPL-1.2

/** How a printed report looks: A4, black on white, the head of the table on each page. */
export const REPORT_STYLE = `
@page { size: A4; margin: 18mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 9pt/1.4 "Atkinson Hyperlegible Next", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: lining-nums tabular-nums; }
h1 { margin: 0 0 1mm; font-size: 18pt; line-height: 1.2; }
h2 { margin: 7mm 0 2mm; font-size: 11.5pt; break-after: avoid; }
p { margin: 0; }
.region { font-weight: 700; }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 0.8mm 4mm; margin: 5mm 0 0; }
dt { font-weight: 400; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 1mm 1.2mm; border-bottom: 0.4mm solid #000; font-weight: 700; text-align: left; vertical-align: bottom; }
td { padding: 0.7mm 1.2mm; border-bottom: 0.1mm solid #000; vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
.sum td { border-top: 0.3mm solid #000; font-weight: 700; }
.sums { width: auto; min-width: 110mm; }
.checks { margin: 0; padding: 0; list-style: none; }
.checks li { padding-left: 6mm; text-indent: -6mm; }
.fails { font-weight: 700; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 8mm; break-inside: avoid; }
.signatures div { height: 36mm; padding: 2mm 3mm; border: 0.3mm solid #000; }
.lines { break-before: page; }
.lines table { font-size: 6.6pt; line-height: 1.3; }
.address { font-size: 6pt; }
.operations table { font-size: 7pt; }
@media screen { body { max-width: 210mm; margin: 0 auto; padding: 15mm; } }
`;
