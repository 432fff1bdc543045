import chardet from 'chardet'
import iconv from 'iconv-lite'
import { Refusal } from '#lib/refusal'

export const maxNoteBytes = 5 * 1024 * 1024

/** `encoding` is a name that iconv-lite knows; `bom` says whether the file began with a byte order mark. */
export type Decoded = { text: string; encoding: string; bom: boolean }

const boms: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a note's file, without its byte order mark, in an encoding that gives the same bytes back; UTF-8 with a few broken bytes is read with
 * a sign in their place.
 * Throws Refusal naming the file: `too-large` beyond 5 MB, `invalid` where it is empty, `unreadable` where it is no text.
 */
export function decodeNote(fileName: string, bytes: Buffer): Decoded {
  refuseTooLarge(fileName, bytes.length)
  const marked = boms.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  const body = marked ? bytes.subarray(marked[1].length) : bytes
  const encoding = marked?.[0] ?? encodingOf(body)
  const text = encoding && (strictly(body, encoding) ?? (encoding === 'utf-8' ? body.toString() : undefined))
  if (text === undefined || text === '')
    throw bytes.length === 0 || text === '' ? emptyFile(fileName) : noText(fileName)
  if (isBinary(text)) throw noText(fileName)
  if (text.trim() === '') throw emptyFile(fileName)
  return { text, encoding: encoding ?? 'utf-8', bom: marked !== undefined }
}

/** Throws Refusal `too-large` naming the file where it has more bytes than a note may have. */
export function refuseTooLarge(fileName: string, bytes: number): void {
  if (bytes > maxNoteBytes)
    throw new Refusal('too-large', `${fileName}: larger than 5 MB.`, { fileName, bytes })
}

/** The inverse of `decodeNote`. Throws Refusal `invalid` where the text has letters that the file's encoding lacks. */
export function encodeNote({ text, encoding, bom }: Decoded): Buffer {
  const body = iconv.encode(text, encoding)
  if (iconv.decode(body, encoding, { stripBOM: false }) !== text)
    throw new Refusal('invalid', `The text has letters that ${encoding} cannot write.`, { encoding })
  const mark = bom ? (boms.find(([name]) => name === encoding)?.[1] ?? []) : []
  return Buffer.concat([Buffer.from(mark), body])
}

function encodingOf(bytes: Buffer): string | undefined {
  const isUtf8 = strictly(bytes, 'utf-8') !== undefined
  const wide = isUtf8 && zerosIn(bytes) < bytes.length / 10 ? undefined : wideEncodingOf(bytes)
  if (wide || bytes.includes(0)) return wide
  if (isUtf8 || isDamagedUtf8(bytes)) return 'utf-8'
  if (looksSimplifiedChinese(bytes) && strictly(bytes, 'gb18030') !== undefined) return 'gb18030'
  const guesses = chardet.analyse(bytes).map(({ name }) => name.toLowerCase())
  return guesses.find((name) => iconv.encodingExists(name) && strictly(bytes, name) !== undefined)
}

const zerosIn = (bytes: Buffer): number => bytes.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0)

/** Cut off or pasted together: next to nothing in it is no UTF-8, which no text in another encoding has in common with it. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = bytes.toString()
  const broken = text.match(/\uFFFD+/g)?.length ?? 0
  const whole = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0
  return broken * 20 <= whole
}

/** UTF-16 without a mark: nearly every line feed, space and ASCII letter has a zero byte on the same side. */
function wideEncodingOf(bytes: Buffer): string | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, 65_536)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > 0 && even <= odd / 20 && strictly(bytes, 'utf-16le') !== undefined) return 'utf-16le'
  if (even > 0 && odd <= even / 20 && strictly(bytes, 'utf-16be') !== undefined) return 'utf-16be'
  return undefined
}

/** The decoded text, or undefined where encoding it again would not give the same bytes. */
function strictly(bytes: Buffer, encoding: string): string | undefined {
  const text = iconv.decode(bytes, encoding, { stripBOM: false })
  return iconv.encode(text, encoding).equals(bytes) && !text.includes('\uFFFD') ? text : undefined
}

/** Two in three double-byte characters lie in the rows of everyday Chinese (GB 2312, rows 16 to 55) or its punctuation. */
function looksSimplifiedChinese(bytes: Buffer): boolean {
  let common = 0
  let all = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[++at] ?? 0
    all++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) common++
  }
  return all > 0 && common >= (all * 2) / 3
}

// Notes hold tabs, line ends, form feeds and now and then a pasted escape; a program holds everything.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const controls = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g

function isBinary(text: string): boolean {
  return text.includes('\0') || (text.match(controls)?.length ?? 0) > Math.max(2, text.length / 200)
}

const emptyFile = (fileName: string) =>
  new Refusal('invalid', `${fileName}: the file is empty.`, { fileName })
const noText = (fileName: string) =>
  new Refusal('unreadable', `${fileName}: not a text file, or in an unknown encoding.`, { fileName })
