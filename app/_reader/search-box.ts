import type { SearchAnswer } from '#lib/search/search'
import { hitOption, queryOption } from './option.ts'
import { OptionList } from './option-list.ts'
import { recentSearches, rememberSearch } from './recent-searches.ts'
import { askSearch } from './search-answer.ts'
import { searchAsYouType } from './search-as-you-type.ts'
import { words } from './words.ts'

/** Shows results below a search field while typing; without an active choice Enter stays what it was, a form. */
export function attachSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const panel = form.querySelector<HTMLElement>('[data-panel]')
  const status = form.querySelector<HTMLElement>('[data-status]')
  const list = form.querySelector<HTMLElement>('[role=listbox]')
  if (!input || !panel || !status || !list) return
  const options = new OptionList(input, list, panel)

  const showRecent = () => {
    const recent = recentSearches()
    status.textContent = recent.length > 0 ? words().recent : ''
    if (recent.length > 0)
      options.show(
        recent.map((query) => queryOption(query)),
        -1,
      )
    else options.close()
  }
  const search = searchAsYouType<SearchAnswer>({
    ask: askSearch,
    show: (answer, query) => {
      status.textContent = statusOf(answer)
      const hits = answer.hits.map(hitOption)
      options.show(hits.length > 0 ? [...hits, queryOption(query, words().all)] : [], 0)
    },
    fail: () => {
      status.textContent = words().failed
      options.show([], -1)
    },
  })
  const update = () => {
    const query = input.value.trim()
    if (query !== '') return search.want(query)
    search.stop()
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
    if (!form.closest('dialog')) options.close()
  })
  input.addEventListener('keydown', (event) => onKey(event, options))
  form.addEventListener('submit', () => rememberSearch(input.value))
  update()
}

function onKey(event: KeyboardEvent, options: OptionList): void {
  if (event.isComposing || event.keyCode === 229) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    options.move(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Enter' && options.isOpen) {
    if (options.choose(event.ctrlKey || event.metaKey)) event.preventDefault()
  } else if (event.key === 'Escape') {
    closeOn(event, options)
  }
}

/** Escape closes what is open: in the palette the dialog, elsewhere the list. */
function closeOn(event: KeyboardEvent, options: OptionList): void {
  // A search field would empty itself first, and the dialog would stay.
  event.preventDefault()
  const dialog = event.target instanceof Element ? event.target.closest('dialog') : null
  if (dialog) dialog.close()
  else options.close()
}

function statusOf({ hits, total, relaxed, correction }: SearchAnswer): string {
  if (hits.length === 0) return words().none
  if (relaxed) return words().relaxed
  const count = words().count.replace('{total}', String(total))
  return correction ? `${correction} · ${count}` : count
}
