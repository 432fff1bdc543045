import { evidenceOf } from '../_corrections/evidence-of.ts'
import { say } from './notice.ts'
import { refreshPart } from './parts.ts'
import type { SelectedPassage } from './passage.ts'

type Words = {
  titles: Record<string, string>
  states: Record<string, string>
  kinds: Record<string, string>
  refusals: Record<string, string>
  sent: string
  reported: string
  look: string
  unreachable: string
  signedOut: string
}
type Known = { url: string; kind: string; state: string; words: string }
type Answer = { url?: string; error?: { code: string; details?: Record<string, string | number> } }

/** One try to send is one operation: the same again is the same proposal. */
type Sending = { selected: SelectedPassage; wish: string; operationId: string }

const claims = ['fact', 'outdated', 'code']

/** The form over the page: what the selected words should say (`correct`), or only what is wrong with them (the kind of a report). */
export function openPassageForm(selected: SelectedPassage, wish: string): void {
  const dialog = document.querySelector<HTMLDialogElement>('#passage-form')
  const form = dialog?.querySelector('form')
  if (!dialog || !form) return
  const sending = { selected, wish, operationId: crypto.randomUUID() }
  form.reset()
  tell(form, '')
  form.dataset.wish = wish === 'correct' ? 'correct' : 'report'
  const title = dialog.querySelector('h2')
  if (title) title.textContent = wordsOf(dialog).titles[wish] ?? ''
  const quote = form.querySelector('blockquote')
  if (quote) quote.textContent = selected.passage.quote
  field(form, 'replacement').value = selected.passage.quote
  const mark = () => markRequired(form)
  field(form, 'kind').onchange = mark
  mark()
  showKnown(dialog, [])
  void findKnown(sending).then((known) => showKnown(dialog, known))
  form.onsubmit = (event) => {
    event.preventDefault()
    void send(dialog, form, sending)
  }
  form.onkeydown = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  }
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-close]'))
    button.onclick = () => dialog.close()
  dialog.showModal()
  field(form, wish === 'correct' ? 'replacement' : 'rationale').focus()
}

async function send(dialog: HTMLDialogElement, form: HTMLFormElement, sending: Sending): Promise<void> {
  const words = wordsOf(dialog)
  const isCorrection = sending.wish === 'correct'
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]')
  if (submit?.disabled) return
  // Told at once: the server would say the same.
  if (form.hasAttribute('data-claim') && evidenceIn(form).length === 0) {
    tell(form, words.refusals['field.evidence'] ?? '')
    return field(form, 'evidence').focus()
  }
  if (submit) submit.disabled = true
  tell(form, '')
  try {
    const response = await fetch(isCorrection ? '/api/corrections' : '/api/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(isCorrection ? proposalOf(form, sending) : reportOf(form, sending)),
    })
    const answer: Answer = await response.json()
    if (!answer.error && answer.url) {
      dialog.close()
      // Whoever sent it sees it stand there.
      void refreshPart('doubted').catch(() => undefined)
      getSelection()?.removeAllRanges()
      return say(isCorrection ? words.sent : words.reported, { label: words.look, href: answer.url })
    }
    tell(form, response.status === 401 ? words.signedOut : sentenceOf(words, answer.error))
    const wrong = String(answer.error?.details?.field ?? '')
    form.querySelector<HTMLElement>(`[name="${CSS.escape(wrong)}"]`)?.focus()
  } catch {
    tell(form, words.unreachable)
  } finally {
    if (submit) submit.disabled = false
  }
}

function proposalOf(form: HTMLFormElement, { selected, operationId }: Sending) {
  return {
    target: selected.target,
    baseRevisionId: selected.revisionId,
    passage: selected.passage,
    replacement: field(form, 'replacement').value,
    kind: field(form, 'kind').value,
    rationale: field(form, 'rationale').value,
    evidence: evidenceIn(form),
    operationId,
  }
}

function reportOf(form: HTMLFormElement, { selected, wish, operationId }: Sending) {
  return {
    target: selected.target,
    revisionId: selected.revisionId,
    kind: wish,
    passage: selected.passage,
    why: field(form, 'rationale').value,
    evidence: evidenceIn(form),
    operationId,
  }
}

const evidenceIn = (form: HTMLFormElement) =>
  evidenceOf({
    lines: field(form, 'evidence').value,
    command: field(form, 'command').value,
    output: field(form, 'output').value,
  })

/** What is already proposed or decided about these words: whoever doubts them reads that first. */
async function findKnown({ selected: { target, revisionId, passage } }: Sending): Promise<Known[]> {
  const asked = new URLSearchParams({ kind: target.kind, id: target.id, revisionId, ...passage })
  try {
    const response = await fetch(`/api/passages?${asked}`)
    const { known }: { known: Known[] } = response.ok ? await response.json() : { known: [] }
    return known
  } catch {
    return []
  }
}

function showKnown(dialog: HTMLDialogElement, known: Known[]): void {
  const box = dialog.querySelector<HTMLElement>('[data-known]')
  const list = box?.querySelector('ul')
  if (!box || !list) return
  box.hidden = known.length === 0
  const words = wordsOf(dialog)
  list.replaceChildren(
    ...known.map(({ url, kind, state, words: said }) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.href = url
      link.textContent = said
      const small = document.createElement('small')
      small.textContent = `${words.kinds[kind] ?? kind} · ${words.states[state] ?? state}`
      item.append(link, small)
      return item
    }),
  )
}

function markRequired(form: HTMLFormElement): void {
  const isClaim = form.dataset.wish === 'correct' && claims.includes(field(form, 'kind').value)
  form.toggleAttribute('data-claim', isClaim)
}

function sentenceOf({ refusals }: Words, error: Answer['error']): string {
  const { code = 'invalid', details = {} } = error ?? {}
  const sentence =
    refusals[`field.${details.field}`] ?? refusals[`reason.${details.reason}`] ?? refusals[code] ?? code
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}

function tell(form: HTMLFormElement, text: string): void {
  const box = form.querySelector<HTMLElement>('[role=alert]')
  if (box) box.textContent = text
}

const wordsOf = (dialog: HTMLElement): Words => JSON.parse(dialog.dataset.words ?? '{}')

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement
// The server wrote the form with exactly these fields.
const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Field
