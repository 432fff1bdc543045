import type { SearchAnswer } from '#lib/search/search'
import { closeOn, isComposing } from './box-keys.ts'
import { commandOptions } from './commands.ts'
import { FilterChips } from './filter-chips.ts'
import { queryOption } from './option.ts'
import { OptionList } from './option-list.ts'
import { recentSearches, rememberSearch } from './recent-searches.ts'
import { askSearch } from './search-answer.ts'
import { searchAsYouType } from './search-as-you-type.ts'
import { sectionsOf, statusOf } from './sections.ts'
import { SeenSearches } from './seen-searches.ts'
import { words } from './words.ts'

// Milliseconds that Enter waits for the answer to what was just typed; then all results are one page away.
const patience = 1_500

/** Shows results below a search field while typing; without an active choice Enter stays what it was, a form. */
export function attachSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const panel = form.querySelector<HTMLElement>('[data-panel]')
  const status = form.querySelector<HTMLElement>('[data-status]')
  const list = form.querySelector<HTMLElement>('[role=listbox]')
  const filters = form.querySelector<HTMLElement>('[data-filters]')
  if (!input || !panel || !status || !list || !filters) return
  const dialog = form.closest('dialog')
  const chips = new FilterChips(input, filters, () => update())
  const seen = new SeenSearches()
  const options = new OptionList(
    input,
    list,
    panel,
    () => chips.query,
    ({ rank }) => rank && seen.meant(rank),
  )
  const commands = (query: string) => ({
    name: words().sections.commands,
    options: dialog ? commandOptions(query, () => dialog.close()) : [],
  })

  const showRecent = () => {
    const recent = recentSearches().map((query) => queryOption(query))
    status.textContent = ''
    const sections = [{ name: words().recent, options: recent }, commands('')]
    if (sections.some((section) => section.options.length > 0)) options.show(sections, -1)
    else options.close()
    if (options.isOpen && !dialog) status.textContent = words().recent
  }
  const search = searchAsYouType<SearchAnswer>({
    ask: askSearch,
    show: (answer, query) => {
      status.textContent = statusOf(answer)
      options.show([...sectionsOf(answer, input.value, chips), commands(input.value)], 0)
      panel.dataset.shown = query
      seen.shown(query, answer)
    },
    fail: () => {
      status.textContent = words().failed
      options.show([commands(input.value)], -1)
    },
  })
  // Typed faster than answered: what stands there is for an older query. Who went on since, or left, is not taken anywhere.
  const chooseWhenAnswered = async (answered: Promise<void>, inNewTab: boolean) => {
    const { query } = chips
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))])
    if (chips.query !== query || document.activeElement !== input) return
    if (search.answered || !options.choose(inNewTab)) form.requestSubmit()
  }
  const update = () => {
    chips.absorb()
    const { query } = chips
    if (query !== '') return search.want(query)
    search.stop()
    seen.left()
    showRecent()
  }

  input.addEventListener('input', (event) => {
    // An input method is still at work: what stands in the field is not yet what is meant.
    if (!(event instanceof InputEvent && event.isComposing)) update()
  })
  input.addEventListener('compositionend', update)
  input.addEventListener('focus', update)
  input.addEventListener('blur', () => {
    search.stop()
    seen.left()
    if (!dialog) options.close()
  })
  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      options.move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && options.isOpen) {
      const inNewTab = event.ctrlKey || event.metaKey
      if (search.answered && !options.isPicked) {
        event.preventDefault()
        void chooseWhenAnswered(search.answered, inNewTab)
      } else if (options.choose(inNewTab)) event.preventDefault()
    } else if (event.key === 'Backspace' && input.selectionEnd === 0) {
      if (chips.removeLast()) event.preventDefault()
    } else if (event.key === 'Escape') {
      closeOn(event, options)
    }
  })
  form.addEventListener('submit', () => {
    seen.meant()
    input.value = chips.query
    rememberSearch(input.value)
  })
  if (!form.hasAttribute('data-composing')) update()
}
