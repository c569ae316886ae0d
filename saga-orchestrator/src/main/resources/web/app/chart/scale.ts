import { hourAndMinute } from '../core/time';

/** The least of 1, 2, 5, 10, 20, 50 … that holds the value: a scale that people can read. */
export function ceiling(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * magnitude).find((top) => top >= value) ?? 10 * magnitude;
}

/** A linear scale onto pixels. */
export function onto(from: number, to: number, low: number, high: number): (value: number) => number {
  return (value) => low + ((value - from) / (to - from || 1)) * (high - low);
}

/** Labels for about four moments of a series, and its end. */
export function moments(times: string[]): { index: number; label: string }[] {
  const every = Math.max(1, Math.ceil(times.length / 4));
  return times
    .map((at, index) => ({ index, label: hourAndMinute(Date.parse(at)) }))
    .filter(({ index }) => index % every === 0 && index < times.length - every / 2);
}
