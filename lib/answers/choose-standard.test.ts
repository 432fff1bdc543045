import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { standardAnswer } from '#db/schema/votes'
import { testDatabase } from '#lib/testing/database'
import { editAnswer, givenAnswers } from '#lib/testing/given-answers'
import { signedIn } from '#lib/testing/people'
import { type ChooseStandard, chooseStandard } from './choose-standard.ts'
import { placeOfStandard } from './standard.ts'
import { findStandard } from './verification-queries.ts'

testDatabase()

type Named = { answer: string; revisionId: string }
const yes = ({ answer, revisionId }: Named): ChooseStandard => ({ answer, revisionId, isStandard: true })
const no = (named: Named): ChooseStandard => ({ ...yes(named), isStandard: false })

test('an editor chooses the standard answer, another in its place, and none again', async () => {
  // given
  const editor = await signedIn('editor')
  const { entryId, answers } = await givenAnswers('一', '二')
  const [one, two] = answers
  // when, then
  await chooseStandard(editor, yes(one!))
  expect(await findStandard(entryId)).toMatchObject({ answerId: one!.id, isCurrent: true, by: editor.name })
  await chooseStandard(editor, yes(two!))
  expect(await findStandard(entryId)).toMatchObject({ answerId: two!.id })
  await chooseStandard(editor, no(one!))
  expect(await findStandard(entryId)).toMatchObject({ answerId: two!.id })
  await chooseStandard(editor, no(two!))
  expect(await findStandard(entryId)).toBeUndefined()
})

test('what a choice hands back undoes it, with the wording that was chosen then', async () => {
  // given
  const editor = await signedIn('editor')
  const { entryId, answers } = await givenAnswers('一', '二')
  const [one, two] = answers
  const first = await chooseStandard(editor, yes(one!))
  await editAnswer(editor, one!.id, '一，改了')
  const second = await chooseStandard(editor, yes(two!))
  // when, then
  await chooseStandard(editor, second.before)
  expect(await findStandard(entryId)).toMatchObject({ answerId: one!.id, number: 1, isCurrent: false })
  await chooseStandard(editor, first.before)
  expect(await findStandard(entryId)).toBeUndefined()
})

test('a minor edit leaves the standard answer current, any other does not', async () => {
  const editor = await signedIn('editor')
  const { entryId, answers } = await givenAnswers('一')
  await chooseStandard(editor, yes(answers[0]!))

  await editAnswer(editor, answers[0]!.id, '一。', true)
  expect(await findStandard(entryId)).toMatchObject({ isCurrent: true })
  await editAnswer(editor, answers[0]!.id, '一与二。')
  expect(await findStandard(entryId)).toMatchObject({ isCurrent: false })
})

test('members do not choose, and nobody chooses a version of another text', async () => {
  // given
  const [editor, member] = [await signedIn('editor'), await signedIn('member')]
  const { entryId, answers } = await givenAnswers('一', '二')
  const [one, two] = answers
  // when, then
  await expect(chooseStandard(member, yes(one!))).rejects.toMatchObject({ code: 'forbidden' })
  const mixed = yes({ answer: one!.answer, revisionId: two!.revisionId })
  await expect(chooseStandard(editor, mixed)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findStandard(entryId)).toBeUndefined()
})

test('twenty choices at once leave one standard answer, and each is in the audit log', async () => {
  const editor = await signedIn('editor')
  const { entryId, answers } = await givenAnswers('一', '二')

  await Promise.all(Array.from({ length: 20 }, (_, at) => chooseStandard(editor, yes(answers[at % 2]!))))

  expect(
    await database().select().from(standardAnswer).where(eq(standardAnswer.entryId, entryId)),
  ).toHaveLength(1)
  const told = await database().select().from(audit).where(eq(audit.actorId, editor.id))
  expect(told.filter(({ action }) => action === 'answer.make-standard')).toHaveLength(20)
})

test.each([
  [true, 0.5, 0.65, 3, 'overtaken'],
  [true, 0.5, 0.65, 2, 'pinned'],
  [true, 0.5, 0.64, 9, 'pinned'],
  [false, 0.5, 0.5, 0, 'changed'],
  [false, 0.5, 0.7, 5, 'overtaken'],
] as const)(
  'with its wording current: %s, a score of %s against %s from %s votes the standard answer is %s',
  (isCurrent, score, others, votes, place) => {
    const rest = { down: 0, verifiedAt: null, writtenAt: new Date() }
    const answers = [
      { ...rest, id: 'standard', score, up: 0 },
      { ...rest, id: 'other', score: others, up: votes },
    ]
    expect(placeOfStandard({ answerId: 'standard', isCurrent }, answers)).toBe(place)
  },
)
