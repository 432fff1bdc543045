import { arriveWith } from './arrival.ts'
import type { Option } from './option.ts'
import { rememberSearch } from './recent-searches.ts'

/** `name` is shown above where there are several. */
export type Section = { name: string; options: Option[] }

/** The choices under a search field, one of which may be active while the field keeps the focus (ARIA combobox pattern). */
export class OptionList {
  #options: Option[] = []
  #active = -1
  #picked = false

  constructor(
    private readonly input: HTMLInputElement,
    private readonly list: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly queryNow: () => string,
    private readonly followed: (option: Option) => void,
  ) {
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => this.#follow(event))
    list.addEventListener('auxclick', (event) => event.button === 1 && this.#follow(event, true))
    list.addEventListener('pointermove', ({ target }) => this.#setActive(this.#indexOf(target)))
  }

  get isOpen(): boolean {
    return !this.panel.hidden
  }

  /** Whether the active choice was chosen with the arrows, not just the first of what was found. */
  get isPicked(): boolean {
    return this.#picked
  }

  show(sections: Section[], active: number): void {
    const shown = sections.filter(({ options }) => options.length > 0)
    const options = shown.flatMap((section) => section.options)
    this.#options = options
    for (const [at, { element }] of options.entries()) element.id = `${this.list.id}-${at}`
    this.list.replaceChildren(...shown.map((section, at) => this.#groupOf(section, at, shown.length > 1)))
    this.panel.hidden = false
    this.input.ariaExpanded = 'true'
    this.#picked = false
    this.#setActive(options.length > 0 ? active : -1)
  }

  close(): void {
    this.panel.hidden = true
    this.input.ariaExpanded = 'false'
    this.#setActive(-1)
  }

  move(by: 1 | -1): void {
    const count = this.#options.length
    if (count === 0) return
    this.#picked = true
    const from = this.#active < 0 && by < 0 ? count : this.#active
    this.#setActive((from + by + count) % count)
    this.#options[this.#active]?.element.scrollIntoView({ block: 'nearest' })
  }

  /** Goes to the active choice; false where there is none. */
  choose(inNewTab: boolean): boolean {
    const option = this.#options[this.#active]
    if (!option) return false
    this.followed(option)
    const { go, terms, query } = option
    if (typeof go === 'function') {
      go()
      return true
    }
    rememberSearch(query ?? this.queryNow())
    arriveWith(go, terms)
    if (inNewTab) window.open(go, '_blank', 'noopener')
    else location.assign(go)
    return true
  }

  #groupOf({ name, options }: Section, at: number, named: boolean): HTMLElement {
    const group = document.createElement('div')
    group.role = 'group'
    if (named && name !== '') {
      const head = document.createElement('div')
      head.className = 'hits-head'
      head.id = `${this.list.id}-of-${at}`
      head.role = 'presentation'
      head.textContent = name
      group.setAttribute('aria-labelledby', head.id)
      group.append(head)
    }
    group.append(...options.map(({ element }) => element))
    return group
  }

  #follow(event: MouseEvent, inNewTab = event.ctrlKey || event.metaKey): void {
    this.#setActive(this.#indexOf(event.target))
    this.choose(inNewTab)
  }

  #indexOf(target: EventTarget | null): number {
    return this.#options.findIndex(({ element }) => target instanceof Node && element.contains(target))
  }

  #setActive(index: number): void {
    this.#options[this.#active]?.element.setAttribute('aria-selected', 'false')
    this.#active = index
    const active = this.#options[index]?.element
    active?.setAttribute('aria-selected', 'true')
    if (active) this.input.setAttribute('aria-activedescendant', active.id)
    else this.input.removeAttribute('aria-activedescendant')
  }
}
