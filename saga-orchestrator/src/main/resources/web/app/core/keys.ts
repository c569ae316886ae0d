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
function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) => row.offsetParent !== null);
  const here = rows.findIndex((row) => row === document.activeElement || row.closest('tr, li')?.contains(document.activeElement));
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function pick(): boolean {
  const tick = document.activeElement?.closest('tr, li')?.querySelector<HTMLInputElement>('input[type=checkbox]');
  tick?.click();
  return tick !== undefined && tick !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isTick(target);
}

function isTick(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target instanceof HTMLInputElement && event.target.id === 'search') {
      event.target.blur();
    }
    const busy = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
    if (busy || !keysAreOn() || document.querySelector('dialog[open]')) {
      return;
    }
    if (act(event.key)) {
      event.preventDefault();
    }
  });
}

function act(key: string): boolean {
  switch (key) {
    case '/':
      document.querySelector<HTMLInputElement>('#search')?.select();
      return true;
    case 'j':
      return step(1);
    case 'k':
      return step(-1);
    case 'x':
      return pick();
    case 'p':
      document.querySelector<HTMLButtonElement>('#pause')?.click();
      return true;
    case '?':
      dispatchEvent(new Event('backstep-help'));
      return true;
    default:
      return false;
  }
}
