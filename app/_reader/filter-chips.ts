import { type Operator, parseOperators, writeOperator, writeQuery } from '#lib/search/operators'
import { words } from './words.ts'

/** The filters of a search field: operators that are typed to their end leave the text and stand before it, each a button that takes it away. */
export class FilterChips {
  #operators: Operator[] = []

  constructor(
    private readonly input: HTMLInputElement,
    private readonly list: HTMLElement,
    private readonly changed: () => void,
  ) {
    list.addEventListener('click', ({ target }) => {
      const at = [...list.children].findIndex((item) => target instanceof Node && item.contains(target))
      if (at >= 0) this.#remove(at)
    })
  }

  /** Filters and text as one query, as it could be typed. */
  get query(): string {
    return writeQuery(this.#operators, this.input.value.trim())
  }

  /** Takes the finished operators out of the text. */
  absorb(): void {
    const { q, operators, open } = parseOperators(this.input.value)
    const finished = open?.known ? operators.slice(0, -1) : operators
    if (finished.length === 0) return
    this.input.value = open ? `${q.trim()} ${open.text}`.trimStart() : q
    this.#add(finished)
  }

  /** Puts a whole operator in the place of the one that is being typed, or of the text where none is. */
  complete(operator: Operator): void {
    const { q, open } = parseOperators(this.input.value)
    this.input.value = open ? q : ''
    this.#add([operator])
    this.input.focus()
    this.changed()
  }

  /** Takes the last filter away; false where there is none. */
  removeLast(): boolean {
    if (this.#operators.length === 0) return false
    this.#remove(this.#operators.length - 1)
    return true
  }

  #add(operators: Operator[]): void {
    for (const operator of operators) {
      const text = writeOperator(operator)
      if (this.#operators.every((other) => writeOperator(other) !== text)) this.#operators.push(operator)
    }
    this.#show()
  }

  #remove(at: number): void {
    this.#operators.splice(at, 1)
    this.#show()
    this.input.focus()
    this.changed()
  }

  #show(): void {
    this.list.replaceChildren(...this.#operators.map(chipOf))
    this.list.hidden = this.#operators.length === 0
  }
}

function chipOf(operator: Operator): HTMLElement {
  const item = document.createElement('li')
  const button = document.createElement('button')
  const text = writeOperator(operator)
  button.type = 'button'
  button.className = 'chip'
  button.textContent = text
  button.ariaLabel = words().removeFilter.replace('{filter}', text)
  // A field that lost the focus would close its list.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  item.append(button)
  return item
}
