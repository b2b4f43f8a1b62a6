const NAME = 'lectern-uploads';
const STORE = 'files';
/** Larger ones are not copied: the disk is the learner's. They are chosen again after a reload. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Keeps a file beside its unfinished upload, so that a reload goes on by itself; a recording would be lost with its page. Where a browser keeps
 * nothing, the file is chosen again.
 */
export class FileShelf {
  readonly #database: Promise<IDBDatabase | undefined>;

  constructor(factory: IDBFactory | undefined = globalThis.indexedDB) {
    this.#database = open(factory);
  }

  /** Whether it is kept. */
  async keep(upload: string, file: Blob): Promise<boolean> {
    return file.size <= LARGEST && (await this.#run('readwrite', (store) => store.put(file, upload))) !== undefined;
  }

  async find(upload: string): Promise<Blob | undefined> {
    const found: unknown = await this.#run('readonly', (store) => store.get(upload));
    return found instanceof Blob ? found : undefined;
  }

  async forget(upload: string): Promise<void> { await this.#run('readwrite', (store) => store.delete(upload)); }

  /** Forgets all but these: their uploads are over. */
  async only(uploads: readonly string[]): Promise<void> {
    const keys = (await this.#run('readonly', (store) => store.getAllKeys())) ?? [];
    for (const key of keys) if (!uploads.includes(String(key))) await this.forget(String(key));
  }

  async #run<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    const database = await this.#database;
    if (!database) return undefined;
    return new Promise((resolve) => {
      const nothing = (cause: unknown): void => { console.debug('the file shelf did not answer', cause); resolve(undefined); };
      try {
        const transaction = database.transaction(STORE, mode);
        const request = what(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => nothing(transaction.error);
      } catch (cause) {
        nothing(cause);
      }
    });
  }
}

function open(factory: IDBFactory | undefined): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = factory?.open(NAME, 1);
      if (!request) return resolve(undefined);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
      request.onblocked = () => resolve(undefined);
    } catch (cause) {
      console.debug('nothing can be kept in this frame', cause);
      resolve(undefined);
    }
  });
}
