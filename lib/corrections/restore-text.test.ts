import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { restoreText, undoText } from './restore-text.ts'

testDatabase()

test.each([
  ['restored', restoreText, 1],
  ['taken back to', undoText, 2],
] as const)(
  'a version that is %s closes the correction that wanted just that, at once',
  async (_, verb, number) => {
    // given
    const [author, editor] = [await signedIn('member'), await signedIn('editor')]
    const text = await givenAnswer('第一句。第二句。')
    const subject = { kind: 'answer' as const, id: text.id }
    const { revisionId } = await revise(editor, {
      ...subject,
      baseId: text.baseId,
      operationId: v7(),
      title: null,
      markdown: '第一句错了。第二句。',
      summary: '',
      minor: false,
    })
    const { id } = await givenCorrection(author, { id: text.id, baseId: revisionId }, '第一句。第二句。')
    // when
    await verb(editor, { ...subject, number, headId: revisionId })
    // then
    const [row] = await database()
      .select({ state: correction.state })
      .from(correction)
      .where(eq(correction.id, id))
    expect(row).toEqual({ state: 'superseded' })
  },
)
