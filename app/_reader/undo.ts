import { type Action, say } from './notice.ts'

/** What takes back what was done, and how its button is called. */
export type Undo = { method: string; path: string; body: object; label: string; failed: string }

const key = 'undo-write'

/** Says what was done, with the way back where there is one. */
export const sayDone = (text: string, undo?: Undo): void => say(text, undo && actionOf(undo))

/** Keeps the same for the page that comes next. */
export function leaveDone(text: string, undo?: Undo): void {
  sessionStorage.setItem(key, JSON.stringify({ text, undo }))
}

/** Says what was kept, once. */
export function sayWhatWasDone(): void {
  const kept = sessionStorage.getItem(key)
  if (!kept) return
  sessionStorage.removeItem(key)
  // Only leaveDone writes there.
  const { text, undo } = JSON.parse(kept) as { text: string; undo?: Undo }
  sayDone(text, undo)
}

const actionOf = ({ method, path, body, label, failed }: Undo): Action => ({
  label,
  async run() {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => undefined)
    if (answer?.ok) location.reload()
    else say(failed)
  },
})
