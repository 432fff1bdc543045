import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { tag } from '#db/schema/entries'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { addTag } from './add-tag.ts'
import { findTagNow } from './find-tag-now.ts'
import { listEntryTags } from './queries.ts'
import { removeTag } from './remove-tag.ts'
import { RenameTag, renameTag } from './rename-tag.ts'
import { splitTag } from './split-tag.ts'

testDatabase()

async function givenTagged(...tags: string[]): Promise<string> {
  const editor = await signedIn('editor')
  const { id: noteId } = await givenNote()
  const { id } = await database().transaction((tx) => givenEntry(tx, { noteId, title: '题' }))
  for (const name of tags) await addTag(editor, { entry: id, tag: name })
  return id
}

const tagsOf = async (id: string) => (await listEntryTags(id)).map(({ name }) => name).sort()
const wanting = (was: string, name: string, merge = false) => RenameTag.parse({ tag: was, name, merge })

test('a renamed tag stands on all its questions under its new name, and is found by that', async () => {
  const editor = await signedIn('editor')
  const [one, other] = [await givenTagged('老名字'), await givenTagged('老名字', '别的')]

  await renameTag(editor, wanting('老名字', '新名字'))

  expect([await tagsOf(one), await tagsOf(other)]).toEqual([['新名字'], ['别的', '新名字'].sort()])
  const { hits } = await searchEntries(editor, { q: '', tag: '新名字', limit: 5, offset: 0 })
  expect(hits).toHaveLength(2)
  const [event] = await database().select().from(audit).where(eq(audit.action, 'tag.rename'))
  expect(event).toMatchObject({ detail: { before: '老名字', after: '新名字' }, actorId: editor.id })
  await renameTag(editor, wanting('新名字', '老名字'))
  expect(await tagsOf(one)).toEqual(['老名字'])
})

test('a tag is known by every name that it had, and a name that is taken again is the new tag’s', async () => {
  const editor = await signedIn('editor')
  await givenTagged('旧名一')
  await givenTagged('并入者')
  await renameTag(editor, wanting('旧名一', '旧名二'))
  await renameTag(editor, wanting('旧名二', '并入者', true))
  await renameTag(editor, wanting('并入者', 'Now'))

  expect(await Promise.all(['旧名一', '旧名二', '并入者', 'now'].map(findTagNow))).toEqual(
    Array.from({ length: 4 }, () => 'Now'),
  )
  await givenTagged('旧名一')
  expect(await findTagNow('旧名一')).toBe('旧名一')
  expect(await findTagNow('从来没有')).toBeUndefined()
})

test('names given back and forth lead to the one that stands', async () => {
  const editor = await signedIn('editor')
  const id = await givenTagged('来')
  await renameTag(editor, wanting('来', '回'))
  await renameTag(editor, wanting('回', '来'))

  expect([await findTagNow('来'), await findTagNow('回')]).toEqual(['来', '来'])
  await removeTag(editor, { entry: id, tag: '来' })
  expect([await findTagNow('来'), await findTagNow('回')]).toEqual([undefined, undefined])
})

test('a tag gets another case without being taken for a second one', async () => {
  const editor = await signedIn('editor')
  const id = await givenTagged('graphql')

  await renameTag(editor, wanting('graphql', 'GraphQL'))

  expect(await tagsOf(id)).toEqual(['GraphQL'])
})

test('two tags become one only where that is wanted, and two again when it is taken back, twice over', async () => {
  // given
  const editor = await signedIn('editor')
  const [left, both, right] = [
    await givenTagged('缓存'),
    await givenTagged('缓存', 'Cache'),
    await givenTagged('Cache'),
  ]
  await expect(renameTag(editor, wanting('缓存', 'cache'))).rejects.toMatchObject({
    code: 'conflict',
    details: { name: 'Cache', entries: 2 },
  })
  expect(await tagsOf(left)).toEqual(['缓存'])
  // when
  const { event, name } = await renameTag(editor, wanting('缓存', 'cache', true))
  // then
  expect(name).toBe('Cache')
  for (const id of [left, both, right]) expect(await tagsOf(id)).toEqual(['Cache'])
  expect(await database().select().from(tag).where(eq(tag.name, '缓存'))).toEqual([])
  await splitTag(editor, { event: event ?? 0 })
  await splitTag(editor, { event: event ?? 0 })
  expect(await tagsOf(left)).toEqual(['缓存'])
  expect(await tagsOf(both)).toEqual(['Cache', '缓存'])
  expect(await tagsOf(right)).toEqual(['Cache'])
})

test('whoever tags while two tags become one waits, and no tag is lost', async () => {
  const editor = await signedIn('editor')
  await givenTagged('甲标签')
  await givenTagged('乙标签')
  const late = await givenTagged()

  await Promise.all([
    renameTag(editor, wanting('甲标签', '乙标签', true)),
    addTag(editor, { entry: late, tag: '甲标签' }),
    addTag(editor, { entry: late, tag: '乙标签' }),
  ])

  expect(await tagsOf(late)).toContain('乙标签')
})

test('members rename no tags, and one that is not there has no name to change', async () => {
  const [member, editor] = [await signedIn('member'), await signedIn('editor')]
  const id = await givenTagged('不动')

  await expect(renameTag(member, wanting('不动', '动'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(splitTag(member, { event: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(renameTag(editor, wanting('没有', '动'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(splitTag(editor, { event: 1 })).rejects.toMatchObject({ code: 'not-found' })
  expect(await tagsOf(id)).toEqual(['不动'])
})
