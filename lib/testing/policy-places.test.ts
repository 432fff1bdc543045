import { expect, test } from 'vitest'
import { takeable } from './policy-places.ts'

const verb = (call: string) =>
  `import {\n  mayEdit,\n  hasAtLeast,\n} from '#lib/entries/policy'\nimport { mayBe } from './other.ts'\n${call}`
const idsIn = (source: string, file = 'lib/a/verb.ts') => takeable(source, file).places.map(({ id }) => id)

test('every call of a policy is a place of its own, wherever it stands', () => {
  expect(idsIn(verb('if (!mayEdit(viewer)) throw no\nreturn mayEdit(a) && mayEdit(b) || mayBe(c)'))).toEqual([
    'lib/a/verb.ts:6 mayEdit',
    'lib/a/verb.ts:7 mayEdit',
    'lib/a/verb.ts:7 mayEdit (2)',
  ])
  expect(idsIn(verb('const isEditor = hasAtLeast(viewer, 1)'), 'app/a/page.tsx')).toEqual([
    'app/a/page.tsx:6 hasAtLeast',
  ])
})

test('every policy of a room is a place, however it is written; tests are none', () => {
  const policies =
    'export const mayA = (): boolean => false\nexport function mayB() {}\nexport function hasAtLeast() {}'
  expect(idsIn(policies, 'lib/a/policy.ts')).toEqual([
    'lib/a/policy.ts mayA',
    'lib/a/policy.ts mayB',
    'lib/a/policy.ts hasAtLeast',
  ])
  expect(idsIn(verb('mayEdit(viewer)'), 'lib/a/verb.test.ts')).toEqual([])
})

test('what is called like a policy elsewhere, or only named, is none', () => {
  expect(idsIn('mayEdit(viewer)')).toEqual([])
  expect(
    idsIn(verb('/** `mayEdit` says who. */\nconst one = { mayEdit: 1 }\n<Row mayEdit={one.mayEdit} />')),
  ).toEqual([])
})

test.each([
  ['handed on', 'people.filter(mayEdit)'],
  ['kept under another name', 'const may = mayEdit\nmay(viewer)'],
  ['in an object', 'const rights = { mayEdit }'],
  ['renamed', "import { mayEdit as may } from './policy.ts'"],
  ['exported again', "export { mayEdit } from './policy.ts'"],
])('a policy that is %s cannot be taken away, and is refused', (_, code) => {
  expect(() => takeable(verb(code), 'lib/a/verb.ts')).toThrow('mayEdit')
})
