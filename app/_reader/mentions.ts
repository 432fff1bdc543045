import { isComposing } from './box-keys.ts'

const attached = new WeakSet<HTMLTextAreaElement>()
/** What is typed after an `@` that begins a word, up to where one types. */
const begun = /(?:^|[^\w.@＠])[@＠]([^\s@＠]{0,40})$/

/** Offers names while one is typed after `@` (ARIA: a text field with a list of choices). Attached once a field. */
export function completeNames(area: HTMLTextAreaElement): void {
  if (attached.has(area)) return
  attached.add(area)
  const list = document.createElement('div')
  list.id = `${area.id}-names`
  list.role = 'listbox'
  list.className = 'names'
  list.ariaLabel = area.dataset.names ?? ''
  list.hidden = true
  area.after(list)
  area.setAttribute('aria-autocomplete', 'list')
  area.setAttribute('aria-controls', list.id)
  let active = -1
  let asked = 0

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

  function choose(name: string): void {
    const text = typed()
    close()
    if (text === undefined) return
    area.setRangeText(`${name} `, area.selectionStart - text.length, area.selectionStart, 'end')
    area.focus()
  }

  async function offer(): Promise<void> {
    const text = typed()
    const turn = ++asked
    if (text === undefined) return close()
    const answer = await fetch(`/api/names?${new URLSearchParams({ begun: text })}`).catch(() => undefined)
    if (turn !== asked || !answer?.ok) return
    const { names }: { names: string[] } = await answer.json()
    list.replaceChildren(...names.map((name, at) => optionOf(name, `${list.id}-${at}`)))
    list.hidden = names.length === 0
    setActive(names.length > 0 ? 0 : -1)
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
    else if (event.key === 'Enter' || event.key === 'Tab') choose(list.children[active]?.textContent ?? '')
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  // The field keeps the focus while a name is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    if (option) choose(option.textContent)
  })
  void offer()
}

function optionOf(name: string, id: string): HTMLElement {
  const option = document.createElement('div')
  option.id = id
  option.role = 'option'
  option.ariaSelected = 'false'
  option.textContent = name
  return option
}
