import { bestPassage } from './best-passage.ts'

const key = 'arrival'
const mostMarks = 200
const passages = 'p, li, tr, pre, blockquote, dt, dd, h3, h4, h5, h6'

/** Keeps what was searched for until the page that it was found on is there. */
export function arriveWith(url: string, terms: string[]): void {
  sessionStorage.setItem(key, JSON.stringify({ path: new URL(url, location.href).pathname, terms }))
}

/** Results on a page remember their marks when they are followed. */
export function rememberTerms(): void {
  document.querySelector('.results')?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    const marks = link?.closest('li')?.querySelectorAll('mark') ?? []
    if (!link || marks.length === 0) return
    const terms = Array.from(marks, ({ textContent }) => textContent)
    arriveWith(link.href, terms)
  })
}

/** Lights up what a reader came for and brings the passage with most of it into view. The page itself stays as it is. */
export function lightUpArrival(): void {
  const kept = sessionStorage.getItem(key)
  if (!kept) return
  sessionStorage.removeItem(key)
  const { path, terms }: { path: string; terms: string[] } = JSON.parse(kept)
  if (path !== location.pathname || !('highlights' in CSS)) return
  const wanted = [...new Set(terms.map((term) => term.trim().toLowerCase()))].filter((term) => term !== '')
  const ranges = [...document.querySelectorAll('.prose')].flatMap((prose) => rangesOf(prose, wanted))
  if (ranges.length === 0) return
  CSS.highlights.set('arrival', new Highlight(...ranges.slice(0, mostMarks)))
  if (location.hash !== '') return
  bestPassage(ranges, passageOf)?.scrollIntoView({ block: 'center', behavior: 'instant' })
}

/** Lights up where the page tells of the merged question at whose address a reader came in, unless they came for something else. */
export function lightUpMerged(): void {
  const url = new URL(location.href)
  const merged = url.searchParams.get('merged')
  if (!merged) return
  url.searchParams.delete('merged')
  history.replaceState(history.state, '', url)
  if (url.hash === '') location.replace(`#merged-${merged}`)
}

function rangesOf(root: Element, terms: string[]): Range[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.toLowerCase() ?? ''
    for (const term of terms) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + term.length)
        ranges.push(range)
      }
    }
  }
  return ranges
}

const passageOf = (range: Range) => range.startContainer.parentElement?.closest(passages) ?? null
