import { simplified, squash } from './fold.ts'

// Words that carry a question, not its matter; longer ones first.
const small =
  /为什么|是什么|什么是|怎么样|有哪些|有几种|哪几种|哪几个|介绍一下|解释一下|请解释|请介绍|请简述|谈一谈|说一说|什么|怎么|怎样|如何|哪些|哪个|几种|请问|简述|谈谈|说说|一下|[的了吗呢吧啊和与及或是]|(?<![\p{L}\p{N}_.-])(?:what|is|are|the|a|an|of|how|to|do|does|in|on|for|and|or|vs|with|why|when|between)(?![\p{L}\p{N}_.-])/giu

/** A text without small words; empty where it has no others. */
export const withoutSmallWords = (text: string): string => simplified(text).replace(small, ' ').trim()

/** What titles and queries are compared by as wholes: letters, digits and Chinese without small words, folded; never empty where the text is not. */
export function nameOf(text: string): string {
  return squash(withoutSmallWords(text)) || squash(text)
}

/** Whether a text is nothing but small words. */
export const isSmall = (text: string): boolean => withoutSmallWords(text) === ''

/** One character that joins others (和, 的), or none: beside other words it is not asked for. */
export const joinsOthers = (chinese: string): boolean => [...chinese].length < 2 && isSmall(chinese)
