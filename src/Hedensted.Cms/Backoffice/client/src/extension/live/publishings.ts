import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { createdHeader } from '../created-answers.js';

/** A screen that shows a document. */
export interface Screen {
  title: string;
  address: string;
}

/** How far a publishing has come to those who read. */
export type Publishing =
  | { stage: 'under-way' }
  | { stage: 'late' | 'stuck'; servers: number; behind: readonly string[] }
  | { stage: 'out'; url: string | null; screens: readonly Screen[]; servers: number }
  | { stage: 'down'; servers: number };

interface Answer {
  reached: boolean;
  visible: boolean;
  url: string | null;
  screens: readonly Screen[];
  servers: number;
  behind: readonly string[];
}

const api = '/umbraco/management/api/v1';
const decided = /\/management\/api\/v1(?:\.1)?\/document\/(?:create-and-publish|([0-9a-f-]{36})\/(?:publish|publish-with-descendants|update-and-publish|unpublish|move-to-recycle-bin))$/;
const late = 3_000; // milliseconds; nearly always it is a tenth of one second
const stuck = 60_000;
const over = 600_000; // then nobody waits for it any more
const pause = 1_000;

const latest = new Map<string, { position: number; publishing: Publishing }>();
const changed = new EventTarget();

/** From now on every publishing is followed until readers have it, whichever screen it was asked for on. */
export function followPublishings(): void {
  umbHttpClient.interceptors.response.use((response, request) => {
    const address = decided.exec(new URL(request.url).pathname);
    const position = Number(response.headers.get('Hedensted-Position'));
    const document = address?.[1] ?? response.headers.get(createdHeader);
    if (request.method !== 'GET' && address && response.ok && position && document) void follow(document, position);
    return response;
  });
}

/** Tells how the newest publishing of a document goes, now and whenever that changes; call what is returned to be told no more. */
export function onPublishing(document: string, tell: (publishing: Publishing | undefined) => void): () => void {
  const told = (): void => tell(latest.get(document)?.publishing);
  changed.addEventListener(document, told);
  told();
  return () => changed.removeEventListener(document, told);
}

async function follow(document: string, position: number): Promise<void> {
  const isNewest = (): boolean => latest.get(document)?.position === position;
  const set = (publishing: Publishing): void => {
    latest.set(document, { position, publishing });
    changed.dispatchEvent(new Event(document));
  };

  set({ stage: 'under-way' });
  const began = Date.now();
  let known: Pick<Answer, 'servers' | 'behind'> = { servers: 0, behind: [] };
  const warning = setTimeout(() => isNewest() && set({ stage: 'late', ...known }), late);
  try {
    while (isNewest()) {
      const answer = await read(document, position);
      if (!isNewest()) return;
      if (answer?.reached && answer.servers > 0 && !answer.behind.length) {
        const { url, screens, servers } = answer;
        set(answer.visible ? { stage: 'out', url, screens, servers } : { stage: 'down', servers });
        return;
      }

      // Whoever sees the old text meanwhile is told of, once the newest is out somewhere.
      if (answer) known = { servers: answer.reached ? answer.servers : 0, behind: answer.behind };
      const waited = Date.now() - began;
      if (waited > late) set({ stage: waited > stuck ? 'stuck' : 'late', ...known });
      if (waited > over) return;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  } finally {
    clearTimeout(warning);
  }
}

// A question that fails is asked again: the editor is told that it takes time, which is what is known.
async function read(document: string, position: number): Promise<Answer | undefined> {
  try {
    const { data } = await umbHttpClient.get<Answer>({
      security: [{ scheme: 'bearer', type: 'http' }],
      url: `${api}/hedensted/live/${document}`,
      query: { position: String(position) },
    });
    return data as Answer | undefined;
  } catch {
    return undefined;
  }
}
