import { expect, test } from 'vitest'
import { realNotes } from '#lib/testing/notes'
import { proseOf, shippedFiles } from './shipped-entries.ts'

const notes = realNotes()

test.skipIf(!notes)('no sentence of 14 or more characters stands in the real notes too', () => {
  const known = (notes ?? []).map(({ bytes }) => lettersOf(bytes.toString('utf8')))
  const sentences = shippedFiles()
    .flatMap((file) => file.entries)
    .flatMap(({ title, answers }) =>
      answers.flatMap((answer) =>
        proseOf(answer)
          .replace(/\[\[[^\]]*\]\]/g, '')
          .split(/[。！？；\n|]/)
          .flatMap((sentence) => [sentence, ...sentence.split(/[，：、]/)])
          .map((sentence) => ({ title, sentence, letters: lettersOf(sentence) })),
      ),
    )

  const shared = sentences.filter(
    ({ letters }) => letters.length >= 14 && isSaid(letters) && known.some((note) => note.includes(letters)),
  )

  expect(sentences.length).toBeGreaterThan(5000)
  expect(shared).toEqual([])
})

/** A name such as READ UNCOMMITTED says nothing. */
const isSaid = (letters: string): boolean => (letters.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\p{Script=Han}]/gu, '')
