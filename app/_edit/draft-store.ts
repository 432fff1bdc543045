import { createStore, del, get, promisifyRequest } from 'idb-keyval'
import type { Draft } from './version.ts'

/** A draft as this browser keeps it: whether the server has it, and when the server last said so, by the server's clock. */
export type KeptHere = Draft & {
  isSent: boolean
  serverSavedAt: number | null
  /** What another tab had of the same text when the two went different ways. */
  beside?: Draft | undefined
}

export type DraftStore = {
  read: () => Promise<KeptHere | undefined>
  write: (draft: KeptHere) => Promise<void>
  remove: () => Promise<void>
}

const drafts = createStore('keyval-store', 'keyval')

/** One person's draft of one text in this browser's database. */
export function draftStore(personId: string, subject: string): DraftStore {
  const key = `draft ${personId} ${subject}`
  return {
    read: () => get<KeptHere>(key, drafts),
    write: (draft) =>
      drafts('readwrite', (store) => {
        store.put(draft, key)
        // At once: a page that is being closed does not live until the browser would do it by itself.
        store.transaction.commit()
        return promisifyRequest(store.transaction)
      }),
    remove: () => del(key, drafts),
  }
}
