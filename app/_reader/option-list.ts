import { arriveWith } from './arrival.ts'
import type { Option } from './option.ts'
import { rememberSearch } from './recent-searches.ts'

/** The choices under a search field, one of which may be active while the field keeps the focus (ARIA combobox pattern). */
export class OptionList {
  #options: Option[] = []
  #active = -1

  constructor(
    private readonly input: HTMLInputElement,
    private readonly list: HTMLElement,
    private readonly panel: HTMLElement,
  ) {
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => this.#follow(event))
    list.addEventListener('auxclick', (event) => event.button === 1 && this.#follow(event, true))
    list.addEventListener('pointermove', ({ target }) => this.#setActive(this.#indexOf(target)))
  }

  get isOpen(): boolean {
    return !this.panel.hidden
  }

  show(options: Option[], active: number): void {
    this.#options = options
    for (const [at, { element }] of options.entries()) element.id = `${this.list.id}-${at}`
    this.list.replaceChildren(...options.map(({ element }) => element))
    this.panel.hidden = false
    this.input.ariaExpanded = 'true'
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
    const from = this.#active < 0 && by < 0 ? count : this.#active
    this.#setActive((from + by + count) % count)
    this.#options[this.#active]?.element.scrollIntoView({ block: 'nearest' })
  }

  /** Goes to the active choice; false where there is none. */
  choose(inNewTab: boolean): boolean {
    const option = this.#options[this.#active]
    if (!option) return false
    rememberSearch(option.query ?? this.input.value)
    arriveWith(option.url, option.terms)
    if (inNewTab) window.open(option.url, '_blank', 'noopener')
    else location.assign(option.url)
    return true
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
