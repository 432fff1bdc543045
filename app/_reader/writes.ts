import { forgetWords } from './kept-words.ts'
import { say } from './notice.ts'
import { refreshPart } from './parts.ts'
import { leaveDone, sayDone, sayWhatWasDone, type Undo } from './undo.ts'
import { signInPath } from './viewer.ts'

type Writer = HTMLFormElement | HTMLButtonElement

/**
 * Forms and buttons with `data-send` write there as JSON: the fields, and what stands in `data-body`. Afterwards the part of the
 * page around them (`data-part`) is made anew, or with `data-reload` the page; `data-done` is said, `data-undo` offered.
 */
export function sendWrites(): void {
  sayWhatWasDone()
  addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.dataset.send) return
    event.preventDefault()
    void send(event.target)
  })
  addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-send]') : null
    if (button) void send(button)
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    if (event.target instanceof HTMLTextAreaElement)
      event.target.closest<HTMLFormElement>('form[data-send]')?.requestSubmit()
  })
}

async function send(writer: Writer): Promise<void> {
  if (writer.ariaBusy === 'true') return
  writer.ariaBusy = 'true'
  tell(writer, '')
  const { send: path = '', method = 'POST' } = writer.dataset
  try {
    const body = JSON.stringify(bodyOf(writer))
    const answer = await fetch(path, { method, headers: { 'Content-Type': 'application/json' }, body })
    if (answer.status === 401) return void location.assign(signInPath(placeOf(writer)))
    const result: Result = await answer.json()
    if (answer.ok) await after(writer, result)
    else {
      tell(writer, troubleOf(writer, result.error))
      showNamesakes(writer, result.error)
    }
  } catch {
    tell(writer, troubleOf(writer))
  } finally {
    writer.ariaBusy = 'false'
  }
}

/** Where somebody who signs in again goes on writing. */
function placeOf(writer: Writer): string {
  const area = writer.querySelector('textarea[id]')
  return area ? `#${area.id}` : ''
}

type Details = { seconds?: number; reason?: string; name?: string }
type Result = { error?: { code: string; details?: Details }; comment?: string; before?: object }

function bodyOf(writer: Writer): object {
  const fixed: object = JSON.parse(writer.dataset.body ?? '{}')
  if (writer instanceof HTMLButtonElement) return fixed
  return { ...fixed, ...Object.fromEntries(new FormData(writer)) }
}

async function after(writer: Writer, result: Result): Promise<void> {
  const { done = '', reload, part = writer.closest<HTMLElement>('[data-part]')?.id } = writer.dataset
  const undo = undoOf(writer, result)
  if (writer instanceof HTMLFormElement) await forgetWords(writer)
  // Where React owns the page, no part of it is put in place behind its back.
  if (reload !== undefined || document.documentElement.dataset.runtime !== 'none') {
    leaveDone(done, undo)
    if (result.comment) location.hash = `c-${result.comment}`
    location.reload()
    return
  }
  if (writer instanceof HTMLFormElement) writer.reset()
  writer.closest('details.comment-do')?.removeAttribute('open')
  writer.closest<HTMLElement>('[popover]')?.hidePopover()
  const place = result.comment ? `c-${result.comment}` : writer.closest('[id^="c-"]')?.id
  if (part) await refreshPart(part, result.comment ? place : undefined)
  const comment = document.getElementById(place ?? '')
  const next = comment ?? document.getElementById(part ?? '')?.querySelector('summary')
  if (document.activeElement === document.body) next?.focus()
  comment?.scrollIntoView({ block: 'nearest' })
  sayDone(done, undo)
}

/** `data-undo` is what takes it back; an answer may say more exactly what was before. */
function undoOf(writer: Writer, { before }: Result): Undo | undefined {
  const { undo, undoWord = '', send = '', method = 'POST' } = writer.dataset
  if (undo === undefined) return undefined
  const body: object = before ?? JSON.parse(undo)
  const path = 'answer' in body ? `/api/answers/${body.answer}/standard` : send
  return { method, path, body, label: undoWord, failed: troubleOf(writer) }
}

/** In the form that was sent, or for a button in a notice. */
function tell(writer: Writer, text: string): void {
  const place = writer.querySelector('[role="alert"]')
  if (place) place.textContent = text
  else if (text) say(text)
}

function troubleOf(writer: Writer, error?: Result['error']): string {
  const words: Record<string, string> = JSON.parse(
    writer.closest<HTMLElement>('[data-troubles]')?.dataset.troubles ?? '{}',
  )
  const { seconds = '', reason = '', name = '' } = error?.details ?? {}
  const text = words[reason] ?? words[error?.code ?? 'failed'] ?? words.failed ?? ''
  return text.replace('{seconds}', String(seconds)).replace('{name}', name)
}

/** Goes to a name that several people have; there the field offers them. */
function showNamesakes(writer: Writer, error: Result['error']): void {
  const area = writer.querySelector('textarea')
  const { reason, name = '' } = error?.details ?? {}
  if (!area || reason !== 'namesakes') return
  const at = area.value.replaceAll('＠', '@').toLowerCase().indexOf(`@${name.toLowerCase()}`)
  area.focus()
  if (at < 0) return
  area.setSelectionRange(at + 1 + name.length, at + 1 + name.length)
  area.dispatchEvent(new InputEvent('input'))
}
