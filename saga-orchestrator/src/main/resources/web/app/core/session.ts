import type { Login, Session } from '../api';
import { get, post, remove } from './client';
import { heardServerTime } from './time';

/** Who is signed in; the server decides what they may do, and says so with every saga. */
class Me extends EventTarget {
  session: Session | undefined;

  get isOperator(): boolean {
    return this.session?.user?.role === 'operator';
  }

  async find(): Promise<Session> {
    return this.become(await get<Session>('/api/session'));
  }

  async signIn(login: Login): Promise<Session> {
    return this.become(await post<Session>('/api/session', login));
  }

  async signOut(): Promise<void> {
    await remove<void>('/api/session');
    await this.find();
  }

  private become(session: Session): Session {
    this.session = session;
    heardServerTime(session.serverTime);
    this.dispatchEvent(new Event('change'));
    return session;
  }
}

export const me = new Me();
