import { showRelativeTimes } from './relative-time.ts'
import { showFor, whoReads } from './viewer.ts'

const mostAttempts = 5
/** Milliseconds. */
const wait = 250

/**
 * Puts one part of the page as the server makes it now in the place of the one that stands there: after a write, without losing
 * what is written elsewhere on the page. `mustHave` is the id of what was just written. Throws where the page cannot be had.
 */
export async function refreshPart(id: string, mustHave?: string): Promise<void> {
  const [old, made] = [document.getElementById(id), await findPart(id, mustHave)]
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

/** Another instance may take a moment to hear of the write. */
async function findPart(id: string, mustHave?: string): Promise<HTMLElement | null> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(location.href, { cache: 'no-cache' })
    if (!answer.ok) throw new Error(`This page answered ${answer.status}.`)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (attempt === mostAttempts || !mustHave || page.getElementById(mustHave)) return page.getElementById(id)
    await new Promise((done) => setTimeout(done, wait))
  }
}
