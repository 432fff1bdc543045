import { del, get, set } from 'idb-keyval'
import type { Draft } from './version.ts'

/** A draft as this browser keeps it: whether the server has it, and when the server last said so, by the server's clock. */
export type KeptHere = Draft & { isSent: boolean; serverSavedAt: number | null }

export type DraftStore = {
  read: () => Promise<KeptHere | undefined>
  write: (draft: KeptHere) => Promise<void>
  remove: () => Promise<void>
}

/** One person's draft of one text in this browser's database. */
export function draftStore(personId: string, subject: string): DraftStore {
  const key = `draft ${personId} ${subject}`
  return { read: () => get<KeptHere>(key), write: (draft) => set(key, draft), remove: () => del(key) }
}
