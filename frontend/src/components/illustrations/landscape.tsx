// SPDX-License-Identifier: EUPL-1.2

/** Line drawing: a bridge over the Loire, houses of white stone, a market stall. Decorative. */
export function Landscape({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 640 220" fill="none" aria-hidden="true" className={className}>
      <g stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M0 128h58M58 128V86l20-16 20 16v42M98 128V96h34v32M104 96l11-12h10l7 12M70 128v-16h14v16M66 92h8M82 92h8M108 106h6M120 106h6" />
        <path d="M132 128V76l14-10 14 10v52M160 128V60l6-22 6 22v68M166 38V26M140 88h12M140 100h12M172 128V90l22-18 22 18v38M186 128v-14h16v14M184 98h6M198 98h6M216 128h24" />
        <path d="M240 128c0-4 6-8 12-8h250c8 0 14 4 14 8M244 128c0 0 4 28 4 40M508 128v40" />
        <path d="M248 168v-10c0-16 12-26 27-26s27 10 27 26v10M302 168h8v-10c0-16 12-26 28-26s28 10 28 26v10M366 168h8v-10c0-16 12-26 28-26s28 10 28 26v10M430 168h8v-10c0-16 12-26 28-26s28 10 28 26v10M494 168h14" />
        <path d="M516 128h124M540 128V92M618 128V92M532 92h94l-10-22h-74zM556 92v-22M579 92v-22M602 92v-22M546 110h66M552 110c0-6 8-6 8 0M566 110c0-7 9-7 9 0M584 110v-7h10v7M600 110c0-6 8-6 8 0" />
        <path d="M20 128c0-18 8-26 14-26s14 8 14 26M34 128v-14" />
      </g>
      <g stroke="var(--accent)" strokeWidth="2.5" strokeLinecap="round">
        <path d="M0 180c40-10 70-10 108 0s70 10 108 0 70-10 108 0 70 10 108 0 70-10 108 0 64 10 100 2" />
        <path d="M30 196c34-8 60-8 92 0s60 8 92 0 60-8 92 0 60 8 92 0 60-8 92 0 60 8 92 0" opacity="0.7" />
        <path d="M90 211c28-6 50-6 76 0s50 6 76 0 50-6 76 0 50 6 76 0 50-6 76 0" opacity="0.45" />
      </g>
    </svg>
  );
}
