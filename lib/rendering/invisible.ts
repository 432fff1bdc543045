import type { Element, ElementContent, Root, Text } from 'hast'

const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
// Variation selectors only choose a glyph.
const bidiOrZeroWidth = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u

/** For places that only hold a string. */
export function withoutBidi(text: string): string {
  return text.replaceAll(new RegExp(bidi, 'g'), '')
}

/** Marks characters that nobody sees but that change what is read: in code all of them, in prose those that turn its direction. */
export function showInvisible(parent: Root | Element, inCode = false): void {
  const hiding = inCode ? bidiOrZeroWidth : bidi
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return hiding.test(child.value) ? marked(child.value, hiding) : [child]
    if (child.type !== 'element') return []
    showInvisible(child, inCode || child.tagName === 'code')
    return [child]
  })
}

function marked(value: string, hiding: RegExp): ElementContent[] {
  const parts: ElementContent[] = []
  let shown = ''
  const flush = () => {
    if (shown !== '') parts.push({ type: 'text', value: shown } satisfies Text)
    shown = ''
  }
  const characters = [...value]
  characters.forEach((character, at) => {
    if (!hiding.test(character) || joinsEmoji(characters, at)) shown += character
    else {
      flush()
      parts.push(mark(character))
    }
  })
  flush()
  return parts
}

function joinsEmoji(characters: string[], at: number): boolean {
  if (characters[at] !== '\u200d') return false
  const neighbour = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u
  return neighbour.test(characters[at - 1] ?? '') && neighbour.test(characters[at + 1] ?? '')
}

/** The character itself is left out: it would still act, and copied code would carry it on. */
function mark(character: string): Element {
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['invisible'], dataCharacter: name, title: name },
    children: [],
  }
}
