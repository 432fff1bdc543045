import { leaveNotice } from '../_reader/notice.ts'
import { fieldsOf, post } from '../_reader/post.ts'
import type { Row, Slot } from './rows.ts'

type Undo = { section?: string | null; parent?: string | null; after: string; kind: string }
export type Taken = { parent: string | null; after: string; fields: Record<string, string> }

let last: Promise<unknown> = Promise.resolve()

/** Sends one move after the other, in the order in which they were made; gives how to take it back. Where one is refused, the page is read anew and says why. */
export function saveMove(
  noteId: string,
  row: Row,
  slot: Slot,
  refusalOf: (code: string) => string,
): Promise<Taken | null> {
  const place = { after: slot.after, kind: row.kind }
  const fields =
    row.kind === 'entry'
      ? {
          ...place,
          entry: row.id,
          note: noteId,
          section: slot.parent,
          fromNote: noteId,
          fromSection: row.parent,
        }
      : { ...place, section: row.id, parent: slot.parent, fromParent: row.parent }
  return sendMove(fieldsOf(fields), refusalOf)
}

/** Sends a move, or one that takes another back, as the server named it. */
export function sendMove(
  fields: Record<string, string>,
  refusalOf: (code: string) => string,
): Promise<Taken | null> {
  const sent = last.then(() => post<{ undo: Undo | null }>('/api/places', fields))
  last = sent
  return sent.then((answer) => {
    if (!answer.ok) {
      leaveNotice(refusalOf(answer.code))
      location.reload()
      return null
    }
    const { undo } = answer.result
    if (!undo) return null
    const parent = undo.kind === 'entry' ? undo.section : undo.parent
    return { parent: parent ?? null, after: undo.after, fields: fieldsOf(undo) }
  })
}
