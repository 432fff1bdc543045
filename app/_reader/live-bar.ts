import { follow } from './follow.ts'
import { type PageText, whatChanged } from './what-changed.ts'

/** Follows what happens to a page and says it in a bar that lies over the page, which stays where it is. */
export function showChanges(bar: HTMLElement): void {
  const { live = '', shown = '{}' } = bar.dataset
  const before: Record<string, number> = JSON.parse(shown)
  const line = bar.querySelector('output')
  const changes = bar.querySelector<HTMLAnchorElement>('a')
  let seen = ''
  bar.querySelector('[data-live-reload]')?.addEventListener('click', () => location.reload())
  bar.querySelector('[data-live-close]')?.addEventListener('click', () => {
    bar.hidden = true
  })
  follow(live, (state) => {
    const { texts } = state as { texts: PageText[] } // our own server's
    const change = whatChanged(before, texts)
    // What was closed stays closed until something else happens.
    const now = JSON.stringify(texts)
    if (!change || now === seen || !line || !changes) return
    seen = now
    bar.hidden = false
    changes.hidden = !change.path
    changes.href = change.path ?? ''
    const said = { saved: bar.dataset.saved, added: bar.dataset.added, other: bar.dataset.other }[change.kind]
    // Into what is already there, so that a screen reader says it.
    setTimeout(() => {
      line.textContent = (said ?? '')
        .replace('{number}', String(change.number))
        .replace('{author}', change.author)
    }, 100)
  })
}
