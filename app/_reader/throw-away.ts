import { leaveNotice, say } from './notice.ts'
import { placingWords, refusalOf } from './placing-words.ts'
import { fieldsOf, post } from './post.ts'

/** Puts what a button names into the trash, and goes where the reader can still be: the page itself, or the one above it. */
export async function throwAway(button: HTMLElement): Promise<void> {
  const { trash: id = '', kind = '', then = location.pathname } = button.dataset
  const answer = await post<{ undo: Record<string, string> }>('/api/trash', { kind, id, to: 'trash' })
  const words = placingWords()
  if (!answer.ok) return say(refusalOf(answer.code))
  const { undo: label, restored: done, failed } = words
  leaveNotice(words.trashed, {
    path: '/api/trash',
    fields: fieldsOf(answer.result.undo),
    label,
    done,
    failed,
  })
  if (then === location.pathname) location.reload()
  else location.assign(then)
}
