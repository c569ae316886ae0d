import { duration } from '../core/time';

/** Places moments of a saga on a track of 0 to 100 %. */
export interface Axis {
  place: (ms: number) => number;
  ticks: { ms: number; label: string }[];
}

/** What happens within milliseconds and what lasts for minutes are both seen only on a logarithmic axis. */
const LEAST_MS = 3;
const DECADES = [10, 100, 1_000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000, 86_400_000, 864_000_000];
/** Space between two labels, in percent. */
const APART = 11;

export function axis(kind: 'log' | 'real', end: number): Axis {
  const place = kind === 'log' ? logarithmic(end) : (ms: number) => (clamp(ms, 0, end) / end) * 100;
  const marks = kind === 'log' ? DECADES.filter((ms) => ms < end * 0.9) : quarters(end);
  return { place, ticks: sparse(marks, place).map((ms) => ({ ms, label: ms === 0 ? '0' : duration(ms) })) };
}

function logarithmic(end: number): (ms: number) => number {
  const low = Math.log10(LEAST_MS);
  const high = Math.log10(Math.max(end, 10 * LEAST_MS));
  return (ms) => ((Math.log10(clamp(ms, LEAST_MS, end)) - low) / (high - low)) * 100;
}

function quarters(end: number): number[] {
  return [0.25, 0.5, 0.75].map((part) => Math.round((end * part) / 1000) * 1000 || Math.round(end * part));
}

function sparse(marks: number[], place: (ms: number) => number): number[] {
  let free = 3;
  return marks.filter((ms) => {
    const fits = place(ms) >= free && place(ms) < 97;
    free = fits ? place(ms) + APART : free;
    return fits;
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
