import { keepWords, reveal, showKeptWords } from './kept-words.ts'

/**
 * Comments in a page: a link to one opens what hides it, a form to edit gets its source, names are completed after `@`, and what is
 * written is kept until it is sent.
 */
export function openComments(): void {
  revealTarget()
  keepWords()
  void showKeptWords()
  addEventListener('hashchange', revealTarget)
  // This event does not rise, but it can be caught on its way down.
  addEventListener('toggle', ({ target }) => target instanceof HTMLDetailsElement && onToggle(target), true)
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.names !== undefined)
      void import('./mentions.ts').then(({ completeNames }) => completeNames(target))
  })
}

function revealTarget(): void {
  if (!/^#c(?:-|omments-)/.test(location.hash)) return
  const target = document.getElementById(location.hash.slice(1))
  if (!target) return
  reveal(target)
  if (target.matches('.comments')) target.querySelector('details')?.setAttribute('open', '')
  target.scrollIntoView({ block: 'start' })
  target.focus({ preventScroll: true })
}

/** Goes straight to the field; one that edits is filled first. */
async function onToggle(details: HTMLDetailsElement): Promise<void> {
  if (!details.open || details.hidden || !details.matches('.comment-do')) return
  const area = details.querySelector('textarea')
  if (!area) return
  area.focus()
  const { source } = area.dataset
  if (!source || area.value !== '') return
  const answer = await fetch(source).catch(() => undefined)
  if (!answer?.ok || area.value !== '') return
  const { markdown }: { markdown: string } = await answer.json()
  area.value = markdown
}
