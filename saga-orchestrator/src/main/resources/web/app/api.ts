/**
 * The contract between the console's pages and the orchestrator: every request, every answer, every live event.
 *
 * Rules that hold everywhere
 * - All paths are under `/api`, all bodies are JSON. An error is `application/problem+json`: see `Problem`.
 * - Times are ISO 8601 in UTC (`2026-03-01T14:21:07.312Z`), durations are whole milliseconds, money is in minor units.
 * - Every read carries `asOf`: the moment that it shows, by the server's clock. Ages and countdowns are counted from it.
 * - Sentences never contain a relative time ("in 42 s"): what counts down comes as a time beside the sentence.
 * - Text is plain text and may be hostile, very long or right-to-left: never HTML. Lists carry texts cut to 300 characters;
 *   a saga's own page carries them whole.
 * - Unsafe methods (POST, DELETE) carry the header `X-Backstep-Console: 1`; without it a cookie is worth nothing.
 * - Names of steps, causes, services and states may be new to the page: show them as they are.
 */

export type * from './api/values';
export type * from './api/session';
export type * from './api/vocabulary';
export type * from './api/counts';
export type * from './api/overview';
export type * from './api/sagas';
export type * from './api/saga';
export type * from './api/actions';
export type * from './api/bulk';
export type * from './api/dead-letters';
export type * from './api/consistency';
export type * from './api/operator-log';
export type * from './api/live';
