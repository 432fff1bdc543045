const han = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu
const word = /[\p{L}\p{N}]+(?:['’\-_.][\p{L}\p{N}]+)*/gu

/** Chinese characters plus words of other scripts, as word processors count. */
export function countWords(text: string): number {
  const characters = text.match(han)?.length ?? 0
  return characters + (text.replace(han, ' ').match(word)?.length ?? 0)
}
