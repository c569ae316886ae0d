import { recall, remember } from './remembered';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'backstep.theme';

export function theme(): Theme {
  const known = recall(KEY, 'auto');
  return known === 'light' || known === 'dark' ? known : 'auto';
}

/** Auto follows the system; anything else is kept by this browser. */
export function setTheme(wish: Theme): void {
  remember(KEY, wish);
  applyTheme();
}

export function applyTheme(): void {
  const wish = theme();
  if (wish === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = wish;
  }
}
