import type { Cursor } from '../api';

/** As many as the server gives at once. */
const MOST = 200;

/** A list that grows by presses of a button: a few at first, then full pages, each from where the one before it ended. */
export async function grown<P extends { next: Cursor | null }>(presses: number, few: number, load: (page: Record<string, string>) => Promise<P>): Promise<P[]> {
  const limit = String(presses === 0 ? few : MOST);
  const pages: P[] = [];
  do {
    const cursor = pages.at(-1)?.next;
    pages.push(await load({ limit, ...(cursor == null ? {} : { cursor: String(cursor) }) }));
  } while (pages.length < presses && pages.at(-1)!.next !== null);
  return pages;
}
