/** Buttons that watch a note or a question: what is true now is asked for once, a click says what is wanted. */
export async function showWatching(): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-watch]')]
  const [first] = buttons
  if (!first || !document.documentElement.dataset.viewer) return
  const { watchNote: note = '', watchEntry: entry = '' } = first.dataset
  const asked = new URLSearchParams(entry ? { note, entry } : { note })
  const watched = await findWatched(asked)
  for (const button of buttons) {
    show(button, watched.includes(button.dataset.watch ?? ''))
    button.addEventListener('click', () => void change(button))
  }
}

async function change(button: HTMLButtonElement): Promise<void> {
  const on = button.getAttribute('aria-pressed') !== 'true'
  const kind = button.dataset.watch
  show(button, on)
  try {
    const response = await fetch('/api/watch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind, id: button.dataset[kind === 'note' ? 'watchNote' : 'watchEntry'], on }),
    })
    if (!response.ok) show(button, !on)
  } catch {
    show(button, !on)
  }
}

function show(button: HTMLButtonElement, on: boolean): void {
  button.setAttribute('aria-pressed', String(on))
}

async function findWatched(asked: URLSearchParams): Promise<string[]> {
  try {
    const response = await fetch(`/api/watch?${asked}`)
    const { watched }: { watched: string[] } = response.ok ? await response.json() : { watched: [] }
    return watched
  } catch {
    return []
  }
}
