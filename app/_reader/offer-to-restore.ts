import { leaveNotice, say } from './notice.ts'
import { placingWords, refusalOf } from './placing-words.ts'
import { post } from './post.ts'
import { relativeTime } from './relative-time.ts'

type Lying = { kind: string; id: string; title: string; trashedAt: string; trasher: string | null }

/** "In the trash since …" with the way out, in the place that the missing page keeps for it. */
export async function offerToRestore(place: HTMLElement): Promise<void> {
  const lying = await findLying()
  if (!lying) return
  const { since = '', label = '' } = place.dataset
  const text = document.createElement('p')
  const at = new Date(lying.trashedAt)
  text.textContent = since
    .replace('{title}', lying.title)
    .replace('{when}', relativeTime(at, new Date(), document.documentElement.lang))
    .replace('{who}', lying.trasher ?? '…')
  text.title = at.toLocaleString(document.documentElement.lang)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.dataset.tone = 'primary'
  button.textContent = label
  button.addEventListener('click', async () => {
    const answer = await post('/api/trash', { kind: lying.kind, id: lying.id, to: 'back' })
    if (!answer.ok) return say(refusalOf(answer.code))
    leaveNotice(placingWords().restored)
    location.reload()
  })
  place.append(text, button)
  place.hidden = false
}

async function findLying(): Promise<Lying | null> {
  try {
    const answer = await fetch(`/api/trash?path=${encodeURIComponent(location.pathname)}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
