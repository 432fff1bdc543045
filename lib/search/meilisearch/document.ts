import type { SearchDoc } from '../engine.ts'
import { fold } from '../fold.ts'
import { pinyinForms } from '../pinyin.ts'
import { nameOf } from '../small-words.ts'
import { tokensOf } from '../tokens.ts'
import { encodeValue, spell, spellSound } from './spelling.ts'

// The engine keeps 65,535 words of a field.
const mostWords = 60_000

/** A document as it is sent. Searched fields hold our own tokens, spelled: the index never cuts a text by rules of its own. */
export function indexedDoc(doc: SearchDoc) {
  const [body, rest] = split(wordsOf(doc.body))
  const name = nameOf(doc.title)
  return {
    id: doc.id,
    version: doc.version,
    names: [doc.title, ...doc.aliases],
    title: wordsOf(doc.title).join(' '),
    aliases: doc.aliases.map((alias) => wordsOf(alias).join(' ')),
    headings: wordsOf(doc.headings).slice(0, mostWords).join(' '),
    body: body.join(' '),
    rest: rest.join(' '),
    sound: soundWords([doc.title, ...doc.aliases]).join(' '),
    state: doc.state,
    lightness: lightness(name, doc.state),
    nameKey: encodeValue(name),
    spaceKey: encodeValue(doc.space),
    tagKeys: doc.tags.map((tag) => encodeValue(fold(tag))),
    authorKey: encodeValue(doc.author),
    stateKey: encodeValue(doc.state),
    aclKeys: doc.acl.map(encodeValue),
    asked: doc.asked,
    updatedAt: doc.updatedAt,
  }
}

const wordsOf = (text: string): string[] => tokensOf(text).map((token) => spell(token.text))

/** The words that fit, and of the others each one once, so that none is lost. */
function split(words: string[]): [string[], string[]] {
  if (words.length <= mostWords) return [words, []]
  const kept = words.slice(0, mostWords)
  const known = new Set(kept)
  const rest = new Set(words.slice(mostWords).filter((word) => !known.has(word)))
  return [kept, [...rest].slice(0, mostWords)]
}

function soundWords(names: string[]): string[] {
  const forms = names.map(pinyinForms)
  return [
    ...new Set([
      ...forms.flatMap((form) => form.full.map(spellSound.full)),
      ...forms.flatMap((form) => form.initials.map(spellSound.initials)),
    ]),
  ]
}

/** What a title, given as `nameOf` has it, has by itself, less is better: short before long, answered before unanswered. In hundredths of the score of a hit. */
export function lightness(name: string, state: string): number {
  const waiting = { unanswered: 150, partial: 70 }[state] ?? 0
  return waiting + Math.min([...name].length, 100) * 3
}
