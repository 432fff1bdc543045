import { type Fields, post } from './post.ts'

const key = 'notice'
const undoKey = 'notice-undo'
/** Milliseconds; longer where there is something to press. */
const shownFor = 8_000
const shownWithUndo = 15_000

/** How to take back what was just done: what to send, how the button is called, and what is said afterwards. */
export type Undo = { path: string; fields: Fields; label: string; done: string; failed: string }

/** Leaves word for the page that comes next. */
export function leaveNotice(text: string, undo?: Undo): void {
  sessionStorage.setItem(key, text)
  if (undo) sessionStorage.setItem(undoKey, JSON.stringify(undo))
}

/** Says once what was done on the page before: saved, merged with somebody's edit, moved. */
export function showNotice(): void {
  const kept = sessionStorage.getItem(key)
  const undo = sessionStorage.getItem(undoKey)
  sessionStorage.removeItem(key)
  sessionStorage.removeItem(undoKey)
  if (!kept) return
  // Pages that run React leave a sentence alone, or with a link as JSON.
  const { text, link } = kept.startsWith('{') ? (JSON.parse(kept) as Kept) : { text: kept }
  // Only leaveNotice writes there.
  say(text, undo ? actionOf(JSON.parse(undo) as Undo) : link)
}

type Kept = { text: string; link?: Action }

/** A button or a link beside what is said. */
export type Action = { label: string; run: () => void | Promise<void> } | { label: string; href: string }

/** Says something now, in place of what was said before. */
export function say(text: string, action?: Action): void {
  for (const old of document.querySelectorAll('.notice[data-said]')) old.remove()
  const notice = document.createElement('output')
  notice.className = 'notice'
  notice.dataset.said = ''
  // Over an open dialog too, which lies above everything else.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(notice)
  // Into what is already there, so that a screen reader says it.
  setTimeout(() => {
    notice.textContent = text
    if (action) notice.append(' ', 'href' in action ? linkFor(action) : buttonFor(action))
  }, 100)
  setTimeout(() => notice.remove(), action ? shownWithUndo : shownFor)
}

function linkFor({ label, href }: { label: string; href: string }): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.textContent = label
  return link
}

function buttonFor({ label, run }: Extract<Action, { run: unknown }>): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', () => {
    button.disabled = true
    void run()
  })
  return button
}

const actionOf = ({ path, fields, label, done, failed }: Undo): Action => ({
  label,
  async run() {
    const answer = await post(path, fields)
    if (!answer.ok) return say(failed)
    leaveNotice(done)
    location.reload()
  },
})
