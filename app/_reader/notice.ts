const key = 'notice'
/** Milliseconds. */
const shownFor = 8_000
const shownWithUndo = 15_000

/** What takes back what was done; sent when somebody asks for it. */
export type Undo = { method: string; path: string; body: object; word: string }
type Kept = { text: string; undo?: Undo }

/** Says once what was done on the page before: saved, merged with somebody's edit. */
export function showNotice(): void {
  const kept = sessionStorage.getItem(key)
  if (!kept) return
  sessionStorage.removeItem(key)
  const { text, undo } = read(kept)
  say(text, undo)
}

/** Keeps a notice for the page that comes next. */
export function sayOnNextPage(text: string, undo?: Undo): void {
  sessionStorage.setItem(key, JSON.stringify({ text, undo } satisfies Kept))
}

/** Says what was done, with a way back where there is one. A notice before it gives way. */
export function say(text: string, undo?: Undo): void {
  document.querySelector('.notice')?.remove()
  const notice = document.createElement('output')
  notice.className = 'notice'
  document.body.append(notice)
  // Into what is already there, so that a screen reader says it.
  setTimeout(() => {
    notice.append(text)
    if (undo) notice.append(undoButton(undo, notice))
  }, 100)
  setTimeout(() => notice.remove(), undo ? shownWithUndo : shownFor)
}

function undoButton({ method, path, body, word }: Undo, notice: HTMLElement): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = word
  button.addEventListener('click', async () => {
    button.disabled = true
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => undefined)
    if (answer?.ok) location.reload()
    else notice.remove()
  })
  return button
}

/** Pages of the editor keep a notice as plain text. */
function read(kept: string): Kept {
  if (!kept.startsWith('{')) return { text: kept }
  return JSON.parse(kept) as Kept // written by `sayOnNextPage`
}
