import { type Me, signInPath, whoReads } from './viewer.ts'

type Value = 1 | 0 | -1
type Counts = { value: Value; up: number; down: number; fresh: number }
type Words = Record<'one' | 'many' | 'fresh' | 'voted' | 'retracted' | 'failed' | 'tooMany' | 'own', string>

/** Takes votes at once and tells the server what is wanted; shows the reader's own beside the counts that the page was made with. */
export async function countVotes(): Promise<void> {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-votes]')]
  if (groups.length === 0) return
  const boxes = new Map(groups.map((group) => [group.dataset.votes ?? '', attach(group)]))
  const me = await whoReads()
  if (!me) return
  for (const group of groups) closeOwn(group, me)
  const entry = document.querySelector<HTMLElement>('[data-entry]')?.dataset.entry
  const answer = await fetch(`/api/entries/${entry}/mine`).catch(() => undefined)
  if (!answer?.ok) return
  const { votes }: { votes: (Counts & { answer: string })[] } = await answer.json()
  for (const { answer: id, ...counts } of votes) boxes.get(id)?.(counts)
}

/** Makes the buttons work; the returned function shows counts that the server told, unless a vote is under way. */
function attach(group: HTMLElement): (counts: Counts) => void {
  const words: Words = JSON.parse(group.dataset.words ?? '{}')
  let kept = countsIn(group)
  let wanted: Value = 0
  let isSending = false

  const show = (counts: Counts) => write(group, counts, words)

  async function send(): Promise<void> {
    isSending = true
    // Clicks while an answer is awaited change what is wanted; only the last of them is sent.
    while (wanted !== kept.value) {
      const sent = wanted
      const answer = await put(group, sent)
      if (answer === 'signed-out') return leaveToSignIn(group)
      if (typeof answer === 'string') {
        wanted = kept.value
        show(kept)
        say(group, words[answer])
        break
      }
      kept = answer
      if (wanted === sent) {
        show(kept)
        say(group, `${sent === 0 ? words.retracted : words.voted} ${inWords(kept, words)}`)
      }
    }
    isSending = false
  }

  for (const button of group.querySelectorAll<HTMLButtonElement>('[data-vote]')) {
    const value = Number(button.dataset.vote) as Value // the page writes 1 and -1
    button.addEventListener('click', async () => {
      if (!(await whoReads())) return leaveToSignIn(group)
      wanted = wanted === value ? 0 : value
      show(changed(kept, wanted))
      if (!isSending) await send()
    })
  }
  return (counts) => {
    if (isSending) return
    kept = counts
    wanted = counts.value
    show(counts)
  }
}

async function put(group: HTMLElement, value: Value): Promise<Counts | 'failed' | 'tooMany' | 'signed-out'> {
  try {
    const answer = await fetch(`/api/answers/${group.dataset.votes}/vote`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ value, revisionId: group.dataset.revision }),
    })
    if (answer.ok) return (await answer.json()) as Counts // what our own route answers
    if (answer.status === 401) return 'signed-out'
    return answer.status === 429 ? 'tooMany' : 'failed'
  } catch {
    return 'failed'
  }
}

/** What the counts will be, as far as the page can tell. */
function changed(counts: Counts, value: Value): Counts {
  const up = counts.up + Number(value === 1) - Number(counts.value === 1)
  const down = counts.down + Number(value === -1) - Number(counts.value === -1)
  const fresh = counts.fresh + Math.abs(value) - Math.abs(counts.value)
  return { value, up, down, fresh: Math.max(0, fresh) }
}

function countsIn(group: HTMLElement): Counts {
  const count = (name: string) => Number(group.querySelector(`[data-tally="${name}"]`)?.textContent)
  return { value: 0, up: count('up'), down: count('down'), fresh: Number(group.dataset.onWording) }
}

function write(group: HTMLElement, counts: Counts, words: Words): void {
  const set = (name: string, text: string) => {
    const place = group.querySelector(`[data-tally="${name}"]`)
    if (place) place.textContent = text
  }
  set('up', String(counts.up))
  set('down', String(counts.down))
  set('text', inWords(counts, words))
  for (const button of group.querySelectorAll<HTMLElement>('[data-vote]'))
    button.ariaPressed = String(Number(button.dataset.vote) === counts.value)
}

function inWords({ up, down, fresh }: Counts, words: Words): string {
  const count = up + down
  const votes = (count === 1 ? words.one : words.many).replace('{count}', String(count))
  if (count === 0) return ''
  return fresh === count ? votes : words.fresh.replace('{votes}', votes).replace('{count}', String(fresh))
}

function closeOwn(group: HTMLElement, me: Me): void {
  if (group.dataset.author !== me.id) return
  const { own }: Words = JSON.parse(group.dataset.words ?? '{}')
  for (const button of group.querySelectorAll<HTMLButtonElement>('[data-vote]')) {
    button.disabled = true
    button.title = own
  }
}

function say(group: HTMLElement, text: string): void {
  const status = group.querySelector('[role="status"]')
  if (status) status.textContent = text
}

function leaveToSignIn(group: HTMLElement): void {
  location.href = signInPath(`#a-${group.dataset.votes}`)
}
