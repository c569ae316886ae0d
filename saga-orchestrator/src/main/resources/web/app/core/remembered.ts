/** What this browser remembers between visits. A browser that refuses to remember gets the default each time. */
export function recall(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(key) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; the choice then holds for this page only.
  }
}
