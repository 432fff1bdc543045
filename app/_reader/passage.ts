/** Words selected in a text of the wiki: which text, in which revision, and what stands around them. */
export type SelectedPassage = {
  target: { kind: 'entry' | 'answer'; id: string }
  revisionId: string
  passage: { quote: string; prefix: string; suffix: string }
  range: Range
}

// More tells no better where the words stand.
const aroundLength = 120
const longestQuote = 1_500

/** What is selected, where it lies within one text and is not too long to quote; undefined for anything else. */
export function selectedPassage(): SelectedPassage | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  const text = textAround(range.startContainer)
  if (!text || text !== textAround(range.endContainer)) return
  const { target, revision } = text.dataset
  const [kind, id = ''] = target?.split(':') ?? []
  const quote = selection.toString().trim()
  if ((kind !== 'entry' && kind !== 'answer') || !revision || quote === '' || quote.length > longestQuote)
    return
  const [before, after] = [range.cloneRange(), range.cloneRange()]
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  after.setStart(range.endContainer, range.endOffset)
  after.setEnd(text, text.childNodes.length)
  return {
    target: { kind, id },
    revisionId: revision,
    passage: {
      quote,
      prefix: before.toString().slice(-aroundLength),
      suffix: after.toString().slice(0, aroundLength),
    },
    range,
  }
}

function textAround(node: Node): HTMLElement | null | undefined {
  const element = node instanceof HTMLElement ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-target]')
}
