/** Where the console is: path and query, both shareable. The server answers every path of a page with the same document. */
export const navigation = new EventTarget();

export function path(): string {
  return location.pathname;
}

export function query(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Goes to another page: the next press of Back returns here. */
export function go(target: string): void {
  history.pushState(null, '', target);
  scrollTo(0, 0);
  tell();
}

/** The same page seen otherwise, such as with another filter. */
export function replace(target: string): void {
  history.replaceState(null, '', target);
  tell();
}

function tell(): void {
  navigation.dispatchEvent(new Event('moved'));
}

/** Links between pages load nothing; all other links, and those opened elsewhere, are the browser's business. */
export function interceptLinks(): void {
  addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    if (!link || !isPlain(event) || link.target || link.origin !== location.origin || link.hasAttribute('download')) {
      return;
    }
    if (link.hash && link.pathname === location.pathname) {
      return;
    }
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

function isPlain(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
