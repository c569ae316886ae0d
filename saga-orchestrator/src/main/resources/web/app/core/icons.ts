import { html, type TemplateResult } from 'lit';

const PATHS = {
  home: 'M2.5 9.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 2.5h4v4h-4zM9.5 9.5h4v4h-4z',
  list: 'M2.5 5h8m0 0L8 2.7M10.5 5 8 7.3M13.5 11h-8m0 0L8 8.7M5.5 11 8 13.3',
  dead: 'M2.5 9.5 4 3.5h8l1.5 6v3h-11zM2.5 9.5h3l1 1.5h3l1-1.5h3',
  scale: 'M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5 1.5 9a2 2 0 0 0 3 0zM13 4.5 11.5 9a2 2 0 0 0 3 0z',
  log: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5',
  search: 'M11.3 7A4.3 4.3 0 1 1 2.7 7a4.3 4.3 0 0 1 8.6 0zM10.3 10.3l3.2 3.2',
  check: 'm3.5 8.5 3 3 6-7',
  x: 'm4.5 4.5 7 7m0-7-7 7',
  retry: 'M13 8a5 5 0 1 1-1.6-3.650M13 2.5v2.7h-2.7',
  undo: 'M6 3.5 2.8 6.7 6 9.9M3 6.7h6.2a3.3 3.3 0 0 1 0 6.6H6.5',
  hand: 'M10.5 5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 13.5c.4-3 2.3-4.3 5-4.3s4.6 1.3 5 4.3',
  clock: 'M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0zM8 5v3.2l2 1.3',
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  sun: 'M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.8A5.5 5.5 0 0 1 6.2 3a5.5 5.5 0 1 0 6.8 6.8z',
  alert: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.01',
  link: 'M6.5 9.5 9.5 6.5M7.5 4.5 9 3a2.8 2.8 0 0 1 4 4l-1.5 1.5M8.5 11.5 7 13a2.8 2.8 0 0 1-4-4l1.5-1.5',
  chevron: 'm6 4 4 4-4 4',
  right: 'M2.5 8h11m0 0L9.5 4m4 4-4 4',
  left: 'M13.5 8h-11m0 0 4-4m-4 4 4 4',
  minus: 'M4 8h8',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  keys: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9 7h.01M11.5 7h.01M5 9.5h6',
  out: 'M6.5 3h-4v10h4M6 8h8m0 0-3-3m3 3-3 3',
} as const;

export type Icon = keyof typeof PATHS;

/** A drawing beside a word; it says nothing that the word does not. */
export function icon(name: Icon, small = false): TemplateResult {
  return html`<svg class="i ${small ? 's' : ''}" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}
