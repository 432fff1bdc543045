import pairs from 'opencc-js/dict/TSCharacters'
import * as plain from '#lib/text/fold'

// Characters of one UTF-16 unit for one of the same: whatever is folded stays as long as it is.
const simplifiedOf = new Map(
  pairs.split('|').flatMap((pair): [string, string][] => {
    const [traditional = '', simplified = ''] = pair.split(' ')
    return traditional.length === 1 && simplified.length === 1 ? [[traditional, simplified]] : []
  }),
)
const traditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'g')

/** Traditional characters as the simplified ones that are written for them; nothing else changes. */
export const simplified = (text: string): string =>
  text.replace(traditional, (character) => simplifiedOf.get(character) ?? character)

/** As `lib/text/fold`, with traditional and simplified characters alike: how search compares texts. */
export const fold = (text: string): string => simplified(plain.fold(text))

export function foldWithOrigins(text: string): plain.Folded {
  const folded = plain.foldWithOrigins(text)
  return { ...folded, folded: simplified(folded.folded) }
}

export const squash = (text: string): string => plain.squash(simplified(text))
