import { toast } from './toast.ts'

const key = 'notice'
/** Milliseconds; longer where there is something to press. */
const shownFor = 8_000
const shownWithUndo = 15_000

/** Says once what was done on the page before (saved, merged with somebody's edit), with a way to look at it or take it back. */
export function showNotice(): void {
  const kept = sessionStorage.getItem(key)
  if (!kept) return
  sessionStorage.removeItem(key)
  const { text, link } = read(kept)
  toast(text, link)
}

/** A sentence alone, or with its link as JSON. */
function read(kept: string): { text: string; link?: { text: string; href: string } } {
  return kept.startsWith('{') ? JSON.parse(kept) : { text: kept }
}

/** A button beside what is said. */
export type Action = { label: string; run: () => void | Promise<void> }

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
    if (action) notice.append(buttonFor(action))
  }, 100)
  setTimeout(() => notice.remove(), action ? shownWithUndo : shownFor)
}

function buttonFor({ label, run }: Action): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', () => {
    button.disabled = true
    void run()
  })
  return button
}
