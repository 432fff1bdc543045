import { isComposing } from './box-keys.ts'

const attached = new WeakSet<HTMLTextAreaElement>()
/** What is typed after an `@` that begins a word, up to where one types; names may hold spaces. */
const begun = /(?:^|[^\w.@＠])[@＠](?! )([^\n@＠]{0,40})$/

/** `writes` names a person so that nobody else is meant; `since` tells namesakes apart. */
type Person = { name: string; writes: string; since: string | null }

/** Offers people while a name is typed after `@` (ARIA: a text field with a list of choices). Attached once a field. */
export function completeNames(area: HTMLTextAreaElement): void {
  if (attached.has(area)) return
  attached.add(area)
  const list = document.createElement('div')
  list.id = `${area.id}-names`
  list.role = 'listbox'
  list.className = 'names'
  const { names = '', since: sinceWords = '' } = area.dataset
  list.ariaLabel = names
  list.hidden = true
  area.after(list)
  area.setAttribute('aria-autocomplete', 'list')
  area.setAttribute('aria-controls', list.id)
  let active = -1
  let asked = 0
  let people: Person[] = []
  /** Nobody's name begins like this. */
  let nobody: string | undefined

  const typed = () => begun.exec(area.value.slice(0, area.selectionStart))?.[1]

  function setActive(index: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = list.children[index]
    option?.setAttribute('aria-selected', 'true')
    if (option) area.setAttribute('aria-activedescendant', option.id)
    else area.removeAttribute('aria-activedescendant')
  }

  function close(): void {
    list.hidden = true
    setActive(-1)
  }

  function choose(index: number): void {
    const [text, person] = [typed(), people[index]]
    close()
    if (text === undefined || !person) return
    area.setRangeText(`${person.writes} `, area.selectionStart - text.length - 1, area.selectionStart, 'end')
    area.focus()
  }

  async function offer(): Promise<void> {
    const text = typed()
    const turn = ++asked
    if (text === undefined || (nobody !== undefined && text.startsWith(nobody))) return close()
    const answer = await fetch(`/api/names?${new URLSearchParams({ begun: text })}`).catch(() => undefined)
    if (turn !== asked || !answer?.ok) return
    const found: { people: Person[] } = await answer.json()
    people = found.people
    nobody = people.length === 0 ? text : undefined
    list.replaceChildren(...people.map((person, at) => optionOf(person, `${list.id}-${at}`, sinceWords)))
    list.hidden = people.length === 0
    setActive(people.length > 0 ? 0 : -1)
  }

  area.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void offer()
  })
  area.addEventListener('compositionend', () => void offer())
  area.addEventListener('blur', close)
  area.addEventListener('keydown', (event) => {
    if (list.hidden || isComposing(event) || event.ctrlKey || event.metaKey) return
    const count = list.children.length
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(active)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  // The field keeps the focus while a name is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    if (option) choose([...list.children].indexOf(option))
  })
  void offer()
}

function optionOf({ name, since }: Person, id: string, sinceWords: string): HTMLElement {
  const option = document.createElement('div')
  option.id = id
  option.role = 'option'
  option.ariaSelected = 'false'
  option.textContent = name
  if (since) {
    const small = document.createElement('small')
    small.textContent = sinceWords.replace('{date}', since)
    option.append(' ', small)
  }
  return option
}
