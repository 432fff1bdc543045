import { leaveNotice } from './notice.ts'
import { placingWords, refusalOf } from './placing-words.ts'
import { fieldsOf, post } from './post.ts'

type Place = { id: string; title: string; sections: { id: string; title: string; depth: number }[] }

/** Asks to which note and section a question should go, and moves it to the end of that. */
export async function openMoveDialog(button: HTMLElement): Promise<void> {
  const { move: entry = '', note: fromNote = '', section: fromSection = '' } = button.dataset
  const words = placingWords()
  const dialog = document.createElement('dialog')
  dialog.className = 'place-dialog'
  dialog.setAttribute('aria-labelledby', 'place-title')
  const form = document.createElement('form')
  const title = element('h2', words.title)
  title.id = 'place-title'
  const note = choice('place-note', words.note)
  const section = choice('place-section', words.section)
  const status = element('p', '')
  status.className = 'form-status'
  status.setAttribute('role', 'alert')
  const submit = element('button', words.submit)
  submit.className = 'button'
  submit.dataset.tone = 'primary'
  const cancel = element('button', words.cancel)
  cancel.type = 'button'
  cancel.className = 'button'
  const buttons = document.createElement('div')
  buttons.className = 'place-buttons'
  buttons.append(cancel, submit)
  form.append(title, note.field, section.field, status, buttons)
  dialog.append(form)
  document.body.append(dialog)
  cancel.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    button.focus()
  })
  dialog.showModal()
  const places = await findPlaces()
  if (!places) {
    status.textContent = words.failed
    return
  }
  const showSections = () => {
    const chosen = places.find(({ id }) => id === note.select.value)
    section.select.replaceChildren(
      option('', words.noSection),
      ...(chosen?.sections ?? []).map(({ id, title, depth }) => option(id, '\u2003'.repeat(depth) + title)),
    )
    section.select.value = note.select.value === fromNote ? fromSection : (chosen?.sections[0]?.id ?? '')
  }
  note.select.replaceChildren(...places.map(({ id, title }) => option(id, title)))
  note.select.value = fromNote
  note.select.addEventListener('change', showSections)
  showSections()
  note.select.focus()
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    submit.disabled = true
    const answer = await post<{ undo: Record<string, string | null> | null }>('/api/places', {
      kind: 'entry',
      entry,
      note: note.select.value,
      section: section.select.value,
      after: 'end',
      fromNote,
      fromSection,
    })
    submit.disabled = false
    if (!answer.ok) {
      status.textContent = refusalOf(answer.code)
      return
    }
    const { undo: label, undone: done, failed } = words
    const { undo } = answer.result
    leaveNotice(
      words.moved,
      undo ? { path: '/api/places', fields: fieldsOf(undo), label, done, failed } : undefined,
    )
    location.reload()
  })
}

async function findPlaces(): Promise<Place[] | null> {
  try {
    const answer = await fetch('/api/places')
    return answer.ok ? (await answer.json()).notes : null
  } catch {
    return null
  }
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', text)
  made.value = value
  return made
}

function choice(id: string, name: string): { field: HTMLElement; select: HTMLSelectElement } {
  const field = document.createElement('div')
  const label = element('label', name)
  const select = document.createElement('select')
  label.htmlFor = id
  select.id = id
  field.append(label, select)
  return { field, select }
}
