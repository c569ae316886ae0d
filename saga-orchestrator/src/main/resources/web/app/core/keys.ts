import { recall, remember } from './remembered';

/** Single letters act only where nothing is typed, and can be turned off: speech input types letters by accident. */
const KEY = 'backstep.keys';

export function keysAreOn(): boolean {
  return recall(KEY, 'on') === 'on';
}

export function setKeys(on: boolean): void {
  remember(KEY, on ? 'on' : 'off');
}

export const SHORTCUTS: ReadonlyArray<readonly [string, string]> = [
  ['/', 'search'],
  ['j', 'next row'],
  ['k', 'previous row'],
  ['Enter', 'open the row'],
  ['x', 'select the row'],
  ['p', 'pause or resume updates'],
  ['Esc', 'close, or leave the search'],
  ['?', 'this list'],
];

/** Rows are what j and k walk through: every element marked data-row. */
export function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) => row.offsetParent !== null);
  const here = rows.findIndex((row) => row === document.activeElement || row.closest('tr, li')?.contains(document.activeElement));
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export function pick(): void {
  const row = document.activeElement?.closest('tr, li');
  row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isTick(target);
}

function isTick(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
