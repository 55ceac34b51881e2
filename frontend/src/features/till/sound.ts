// SPDX-License-Identifier: EUPL-1.2

type Note = { hertz: number; at: number; seconds: number };

const PAID: readonly Note[] = [
  { hertz: 659.25, at: 0, seconds: 0.16 },
  { hertz: 987.77, at: 0.15, seconds: 0.4 },
];
const ATTENTION: readonly Note[] = [
  { hertz: 392, at: 0, seconds: 0.22 },
  { hertz: 392, at: 0.3, seconds: 0.22 },
];
const VOLUME = 0.4;

let context: AudioContext | undefined;

/** Browsers let a page sound only after somebody has pressed something in it: called by that press. */
export function allowSound(): void {
  if (!("AudioContext" in window)) return;
  context ??= new AudioContext();
  // Where it stays forbidden, the screen says it all the same.
  context.resume().catch(() => {});
}

function play(notes: readonly Note[]): void {
  if (context?.state !== "running") return;
  for (const { hertz, at, seconds } of notes) {
    const start = context.currentTime + at;
    const oscillator = new OscillatorNode(context, { type: "triangle", frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(VOLUME, start + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + seconds);
  }
}

/** Two rising notes and a short buzz. */
export function soundPaid(): void {
  play(PAID);
  navigator.vibrate?.([120, 60, 240]);
}

/** Twice the same low note: somebody should look. */
export function soundAttention(): void {
  play(ATTENTION);
  navigator.vibrate?.([80, 80, 80]);
}
