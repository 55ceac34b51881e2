import { network } from "hardhat";
import { benchChain } from "./bench-chain.ts";
const c = await benchChain();
const { token, payer, payee, pass } = c;
await token.mint(payer, 100000000n);
await token.mint(payee, 100000000n);
await token.connect(payer).transfer(payee, 1250n);
await pass(Number(process.argv[2] ?? 30));
const tx = await token.connect(payer).transfer(payee, 1250n);
await tx.wait();
const tr: any = await c.ethers.provider.send("debug_traceTransaction", [
  tx.hash,
  { disableStorage: true, disableMemory: true, disableStack: false },
]);
const logs = tr.structLogs;
const by: Record<string, [number, number]> = {};
for (const l of logs) {
  const e = (by[l.op] ??= [0, 0]);
  e[0]++;
  e[1] += Number(l.gasCost);
}
console.log(tr.gas, logs.length);
console.log(
  Object.entries(by)
    .sort((a, b) => b[1][1] - a[1][1])
    .map(([o, [n, g]]) => `${o} n=${n} g=${g}`)
    .join("\n"),
);
// cumulative timeline at notable ops
let cum = 0;
for (const l of logs) {
  cum += Number(l.gasCost);
  if (/SLOAD|SSTORE|LOG|KECCAK|SHA3|CALL|RETURN|TIMESTAMP|CALLDATASIZE/.test(l.op))
    console.log(l.pc, l.op, l.gasCost, cum);
}
