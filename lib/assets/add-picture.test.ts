import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { asset, noteImage } from '#db/schema/notes'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { addPicture } from './add-picture.ts'
import { readImageUrls } from './image-urls.ts'
import { maxImageBytes } from './keep-image.ts'

testDatabase()
beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'pictures-'))
})

const png = (text: string) => Buffer.from(`\x89PNG\r\n\x1a\n${text}`, 'latin1')

test('a member’s picture is kept for the note, refers to itself, and is noted once', async () => {
  // given
  const { id: noteId } = await givenNote()
  const member = await signedIn('member')
  // when
  const { src } = await addPicture(member, { noteId }, png('one'))
  const again = await addPicture(member, { noteId }, png('one'))
  // then
  expect(src).toMatch(/^\/assets\/[0-9a-f]{64}\.png$/)
  expect(again.src).toBe(src)
  expect(await readImageUrls(database(), noteId)).toEqual({ [src]: src })
  const events = await database().select().from(audit).where(eq(audit.objectId, noteId))
  expect(events).toMatchObject([{ action: 'picture.add', actorId: member.id }])
})

test('a picture that another note has is shared', async () => {
  const [one, other] = [await givenNote(), await givenNote()]
  const member = await signedIn('member')

  const { src } = await addPicture(member, { noteId: one.id }, png('shared'))
  await addPicture(member, { noteId: other.id }, png('shared'))

  const rows = await database()
    .select({ assetId: noteImage.assetId })
    .from(noteImage)
    .innerJoin(asset, eq(asset.id, noteImage.assetId))
    .where(eq(noteImage.target, src))
  expect(rows).toHaveLength(2)
  expect(rows[0]).toEqual(rows[1])
})

test('a guest adds no picture', async () => {
  const { id: noteId } = await givenNote()

  await expect(addPicture(guest, { noteId }, png('from nobody'))).rejects.toMatchObject({ code: 'forbidden' })

  expect(await readImageUrls(database(), noteId)).toEqual({})
})

test('an SVG, a page that calls itself a picture, one that is too large in bytes or in pixels, and a note that is not there are refused', async () => {
  const { id: noteId } = await givenNote()
  const member = await signedIn('member')
  const add = (bytes: Buffer, id = noteId) => addPicture(member, { noteId: id }, bytes)

  await expect(add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(add(Buffer.from('<html></html>'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(add(Buffer.concat([png(''), Buffer.alloc(maxImageBytes)]))).rejects.toMatchObject({
    code: 'too-large',
  })
  // 10,000 by 5,001 pixels.
  const vast = png(`\0\0\0\x0dIHDR\0\0\x27\x10\0\0\x13\x89`)
  await expect(add(vast)).rejects.toMatchObject({ code: 'too-large' })
  await expect(add(png('x'), v7())).rejects.toMatchObject({ code: 'not-found' })
  expect(await readImageUrls(database(), noteId)).toEqual({})
})
