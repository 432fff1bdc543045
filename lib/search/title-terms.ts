import type { Concepts } from './concepts.ts'
import { fold, squash } from './fold.ts'
import { withoutSmallWords } from './small-words.ts'
import { pairsOf, runsOf } from './tokens.ts'

/** What a title is about: its terms with how much each says, 0 to 1. A term that begins with `~` only says how it is asked. */
export type Terms = Map<string, number>

const weight = { concept: 1, word: 1, pair: 0.6, single: 0.3, head: 0.3, manner: 0.15, sound: 0.8 }

// Ways of asking rather than things asked for: they may differ between two wordings of one question.
const manner =
  /区别|联系|对比|比较|差异|优缺点|优点|缺点|特点|特性|作用|原理|机制|理解|概念|定义|介绍|含义|意义|简介|过程|流程|步骤|方式|方法|场景|应用|使用|用途|底层|实现|关系|问题|协议|技术|知识|总结|详细|分别|各自|常用|常见|描述|简单|简述|说明|进行|之间|几个|下面|项目|发生|情况|影响|现象|方案|解决|处理|避免|造成|原因/gu
const latinManner = new Set(
  'difference differences compare comparison introduction explain describe work works working use used using mean does principle principles overview'.split(
    ' ',
  ),
)

/** The terms of a title: names of one thing alike, Chinese in pairs, words and manners of asking. */
export function termsOf(concepts: Concepts, title: string): Terms {
  const terms: Terms = new Map()
  const add = (term: string, much: number) => terms.set(term, Math.max(much, terms.get(term) ?? 0))
  // "进程之间如何进行通信" is "进程间通信".
  const low = fold(withoutSmallWords(title.replace(/之?间(?:的|如何|怎么|怎样|进行)*/g, '间')))
  const rest = low.replace(concepts.phrase, (name) => {
    const concept = concepts.of(squash(name))
    if (concept) add(concept, weight.concept)
    return concept ? ' ' : name
  })
  for (const { kind, text } of runsOf(rest)) {
    if (kind === 'latin') addWord(concepts, text, add)
    else addHan(concepts, text, add)
  }
  return terms
}

type Add = (term: string, much: number) => void

function addWord(concepts: Concepts, text: string, add: Add): void {
  const whole = concepts.of(squash(text))
  if (whole) {
    add(whole, weight.concept)
    return
  }
  for (const part of text.split(/[._\-+#/]+(?=\p{L})/u)) {
    const word = squash(part)
    if (word) add(concepts.of(word) ?? word, latinManner.has(word) ? weight.manner : weight.word)
  }
}

function addHan(concepts: Concepts, text: string, add: Add): void {
  const unnamed = text.replace(concepts.han, (name) => {
    add(concepts.of(name) ?? name, weight.concept)
    // 存储引擎 is an 引擎.
    if (name.length >= 4) add(name.slice(-2), weight.head)
    return ' '
  })
  const matter = unnamed.replace(manner, (word) => {
    add(`~${word}`, weight.manner)
    return ' '
  })
  for (const piece of matter.split(' ').filter(Boolean)) {
    const characters = [...piece]
    const meant = characters.length > 1 ? concepts.soundingLike(piece) : undefined
    if (meant) add(meant, weight.sound)
    if (characters.length === 1) add(piece, weight.single)
    else for (const pair of pairsOf(characters)) add(pair, weight.pair)
  }
}

/** The things that a title names, rather than what it asks of them. */
export const namesIn = (terms: Terms): string[] =>
  [...terms].flatMap(([term, much]) => (much === weight.concept ? [term] : []))

/** The questions that a title asks one after another, and the title without what it adds in parentheses; empty where it is one plain question. */
export function titleClausesOf(title: string): string[] {
  const parts = title
    .split(/[?？。;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const bare = title.replace(/[(（][^()（）]*[)）]/g, ' ').trim()
  const [head = ''] = title.split(/[，,]/)
  return [
    ...(parts.length > 1 ? parts : []),
    ...[bare, head.trim()].filter((part) => part !== '' && part !== title.trim()),
  ]
}
