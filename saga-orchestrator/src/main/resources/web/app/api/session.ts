import type { Time } from './values';

/** GET /api/session: always 200, signed in or not. */
export interface Session {
  user: { name: string; role: 'viewer' | 'operator' } | null;
  /** When the session ends for good; null when not signed in. */
  expiresAt: Time | null;
  /** How one signs in here. `password`: POST /api/session. `oidc`: navigate to `url`, which comes back to `/`. */
  login: { kind: 'password' } | { kind: 'oidc'; url: string };
  /** Shown beside the brand: profile, and this instance. */
  environment: string;
  instance: string;
  serverTime: Time;
}
/** POST /api/session → 200 `Session` with the cookie; 401 `login-refused`, 429 `too-many-logins`. DELETE /api/session → 204. */
export interface Login { user: string; password: string }
