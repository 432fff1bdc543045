import type { SearchHit } from '#lib/search/search'
import { words } from './words.ts'

type Piece = SearchHit['snippet'][number]
/** `go`: where to, or what to do. */
export type Option = {
  element: HTMLElement
  go: string | (() => void)
  terms: string[]
  query?: string
  /** Among the hits of the search, from 1. */
  rank?: number
}

/** A result as a choice in the list: state, title and the best passage with what was found lit up, and where it stands. */
export function hitOption(hit: SearchHit, at: number): Option {
  const element = optionElement()
  element.dataset.state = hit.state
  const place = [hit.note.title, ...(hit.section?.path ?? []), words().states[hit.state]]
    .filter(Boolean)
    .join(' · ')
  element.append(line('hit-title', hit.titlePieces))
  if (hit.snippet.length > 0) element.append(line('hit-snippet', hit.snippet))
  const placeLine = line('hit-place', [{ t: place, hit: false }])
  if (hit.disputed) placeLine.prepend(disputedMark())
  element.append(placeLine)
  const terms = [...hit.snippet, ...hit.titlePieces].filter((piece) => piece.hit).map(({ t }) => t)
  return { element, go: hit.url, terms, rank: at + 1 }
}

/** Icon and word, as the server drew them once for all hits. */
function disputedMark(): Node {
  const mark = document.querySelector('[data-disputed] > .state')
  return mark?.cloneNode(true) ?? new DocumentFragment()
}

/** A search made before. */
export function queryOption(query: string): Option {
  return { ...lineOption(query, searchPath(query)), query }
}

const searchPath = (query: string) => `/search?${new URLSearchParams({ q: query })}`

/** The way to all results of what is typed when it is chosen, which may be more than what those shown were found for. */
export function allOption(queryNow: () => string, name: string): Option {
  return {
    ...lineOption(name, ''),
    get go() {
      return searchPath(queryNow())
    },
    get query() {
      return queryNow()
    },
  }
}

/** A choice that is no result: a note, a tag, a command. */
export function lineOption(name: string, go: Option['go'], more = ''): Option {
  const element = optionElement()
  element.classList.add('hit-line')
  element.append(line('hit-title', [{ t: name, hit: false }]))
  if (more !== '') element.append(line('hit-place', [{ t: more, hit: false }]))
  return { element, go, terms: [] }
}

function optionElement(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'hit'
  element.role = 'option'
  element.ariaSelected = 'false'
  return element
}

function line(className: string, pieces: Piece[]): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  for (const { t, hit } of pieces) {
    if (!hit) {
      element.append(t)
      continue
    }
    const mark = document.createElement('mark')
    mark.textContent = t
    element.append(mark)
  }
  return element
}
