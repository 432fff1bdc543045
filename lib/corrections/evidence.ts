import { z } from 'zod'

/** Five kilobytes of somebody's words, with line feeds and without NUL. */
export const Words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim())
  .refine((text) => Buffer.byteLength(text) <= 5_120)

const standard = /^(RFC|PEP)[\s-]?(\d{1,5})$/i

const Link = z.object({ kind: z.literal('link'), url: z.url({ protocol: /^https?$/ }).max(2_000) })
const Standard = z.object({
  kind: z.literal('standard'),
  name: z
    .string()
    .trim()
    .regex(standard)
    .transform((name) =>
      name.replace(standard, (_, body: string, number) => `${body.toUpperCase()} ${Number(number)}`),
    ),
})
const Ran = z.object({
  kind: z.literal('ran'),
  command: Words.refine((text) => text !== ''),
  output: Words.refine((text) => text !== ''),
})

/** A link, a standard ("RFC 9293", "PEP 393"), or what was run with what it printed. */
export const Evidence = z.discriminatedUnion('kind', [Link, Standard, Ran])
export type Evidence = z.infer<typeof Evidence>

/** Where a standard can be read. */
export function standardUrl(name: string): string | undefined {
  const [, body, number = ''] = standard.exec(name) ?? []
  if (body?.toUpperCase() === 'RFC') return `https://www.rfc-editor.org/rfc/rfc${Number(number)}`
  return body ? `https://peps.python.org/pep-${number.padStart(4, '0')}/` : undefined
}

/** Whether two lists back a claim with the same, in the same order. */
export const sameEvidence = (a: Evidence[], b: Evidence[]): boolean =>
  a.length === b.length && a.every((one, at) => wordsOf(one) === wordsOf(b[at]))

/** Both lists, what is in both once. */
export const joinedEvidence = (a: Evidence[], b: Evidence[]): Evidence[] => [
  ...a,
  ...b.filter((one) => !a.some((other) => wordsOf(other) === wordsOf(one))),
]

function wordsOf(one: Evidence | undefined): string {
  if (!one) return ''
  if (one.kind === 'link') return one.url
  return one.kind === 'standard' ? one.name : `${one.command}\n\n${one.output}`
}
