import type { NumberedFact } from './fact';
import { noShelf, type FactShelf, type KeptPlayback, type Leftover } from './factShelf';

const NAME = 'lectern-facts';
const VERSION = 1;
/** Some browsers neither open nor refuse a database inside a frame. */
const PATIENCE_MS = 2_000;

interface FactRow extends NumberedFact { readonly playback: string }

/**
 * Opens the shelf in IndexedDB; a browser that blocks it (third-party frame, private window) gets {@link noShelf}.
 * A write that fails later (quota, evicted) is let go: memory still holds the fact.
 */
export async function openShelf(factory: IDBFactory | undefined): Promise<FactShelf> {
  try {
    return factory ? new IndexedDbShelf(await open(factory)) : noShelf;
  } catch (cause) {
    console.debug('facts are kept in memory only', cause);
    return noShelf;
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('playbacks', { keyPath: 'playback' });
      request.result.createObjectStore('facts', { keyPath: ['playback', 'seq'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error('the browser does not answer')), PATIENCE_MS);
    request.onblocked = () => reject(new Error('another page holds an older version open'));
  });
}

class IndexedDbShelf implements FactShelf {
  readonly durable = true;
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
    db.onversionchange = () => db.close();
  }

  put(kept: KeptPlayback, fact: NumberedFact): Promise<void> {
    return this.#write((playbacks, facts) => {
      playbacks.put(kept);
      facts.put({ playback: kept.playback, ...fact } satisfies FactRow);
    });
  }

  drop(playback: string, through: number): Promise<void> {
    return this.#write((playbacks, facts) => {
      facts.delete(IDBKeyRange.bound([playback, -Infinity], [playback, through]));
      const left = facts.count(IDBKeyRange.bound([playback, -Infinity], [playback, Infinity]));
      left.onsuccess = () => { if (left.result === 0) playbacks.delete(playback); };
    });
  }

  async leftovers(): Promise<readonly Leftover[]> {
    try {
      const transaction = this.#db.transaction(['playbacks', 'facts']);
      const [playbacks, facts] = await Promise.all([
        result<KeptPlayback[]>(transaction.objectStore('playbacks').getAll()),
        result<FactRow[]>(transaction.objectStore('facts').getAll()),
      ]);
      return playbacks.map((kept) => ({ kept, facts: facts.filter((row) => row.playback === kept.playback) }));
    } catch (cause) {
      console.debug('kept facts cannot be read', cause);
      return [];
    }
  }

  #write(change: (playbacks: IDBObjectStore, facts: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve) => {
      const letGo = (cause: unknown) => { console.debug('a fact is kept in memory only', cause); resolve(); };
      try {
        const transaction = this.#db.transaction(['playbacks', 'facts'], 'readwrite');
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => letGo(transaction.error);
        change(transaction.objectStore('playbacks'), transaction.objectStore('facts'));
      } catch (cause) {
        letGo(cause);
      }
    });
  }
}

function result<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
