import { showRelativeTimes } from './relative-time.ts'
import { showFor, whoReads } from './viewer.ts'

/**
 * Puts one part of the page as the server makes it now in the place of the one that stands there: after a write, without losing
 * what is written elsewhere on the page. Throws where the page cannot be had.
 */
export async function refreshPart(id: string): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`This page answered ${answer.status}.`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [old, made] = [document.getElementById(id), page.getElementById(id)]
  if (!old || !made) return
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[id][open]')) {
    const same = made.querySelector<HTMLDetailsElement>(`#${CSS.escape(details.id)}`)
    if (same) same.open = true
  }
  for (const area of old.querySelectorAll<HTMLTextAreaElement>('textarea[id]')) {
    const same = made.querySelector<HTMLTextAreaElement>(`#${CSS.escape(area.id)}`)
    if (same) same.value = area.value
  }
  old.replaceWith(document.adoptNode(made))
  const me = await whoReads()
  if (me) showFor(me, made)
  showRelativeTimes(made)
}
