import { whoReads } from './viewer.ts'

const keyOf = (personId: string, area: HTMLTextAreaElement) => `words ${personId} ${area.id}`

/** Keeps in this browser what somebody writes in a field of a comment, letter by letter, until it is sent. */
export function keepWords(): void {
  addEventListener('input', async ({ target }) => {
    if (!isCommentField(target)) return
    const me = await whoReads()
    if (!me) return
    if (target.value === '') localStorage.removeItem(keyOf(me.id, target))
    else localStorage.setItem(keyOf(me.id, target), target.value)
  })
}

/** Puts what was kept back into the fields, which are opened for it. */
export async function showKeptWords(): Promise<void> {
  const me = await whoReads()
  if (!me) return
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('.comment-form textarea')) {
    const kept = localStorage.getItem(keyOf(me.id, area))
    if (kept === null || area.value !== '') continue
    area.value = kept
    reveal(area)
  }
}

/** What was sent, or given up, need not be kept. */
export async function forgetWords(form: HTMLFormElement): Promise<void> {
  const [me, area] = [await whoReads(), form.querySelector('textarea')]
  if (me && area) localStorage.removeItem(keyOf(me.id, area))
}

/** Opens whatever hides an element. */
export function reveal(element: Element): void {
  for (
    let hiding = element.closest('details');
    hiding;
    hiding = hiding.parentElement?.closest('details') ?? null
  )
    hiding.open = true
}

const isCommentField = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.closest('.comment-form') !== null
