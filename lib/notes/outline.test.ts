import { expect, test } from 'vitest'
import { countAnswered, neighboursOf, outlineOf, pathTo } from './outline.ts'

const section = (id: string, position: number, parentId: string | null = null) => ({
  id,
  shortId: id,
  parentId,
  position,
  title: id,
})
const entry = (shortId: string, position: number, sectionId: string | null, state = 'answered') => ({
  shortId,
  sectionId,
  position,
  title: shortId,
  state,
})

// Given in no order, as a table gives them.
const outline = outlineOf(
  [section('late', 2), section('inner', 1, 'early'), section('early', 1)],
  [
    entry('d', 1, 'late'),
    entry('c', 1, 'inner', 'unanswered'),
    entry('b', 2, 'early'),
    entry('a', 1, 'early', 'partial'),
    entry('top', 1, null),
  ],
)

test('questions stand in reading order: under each heading its own, then those of its subsections', () => {
  expect(outline.all.map(({ shortId }) => shortId)).toEqual(['top', 'a', 'b', 'c', 'd'])
  expect(outline.sections.map(({ id, all }) => [id, all.length])).toEqual([
    ['early', 3],
    ['late', 1],
  ])
})

test('the neighbours of a question cross the borders of sections and end with the note', () => {
  const names = (shortId: string) => {
    const { previous, next } = neighboursOf(outline.all, shortId)
    return [previous?.shortId, next?.shortId]
  }
  expect(names('c')).toEqual(['b', 'd'])
  expect(names('top')).toEqual([undefined, 'a'])
  expect(names('d')).toEqual(['c', undefined])
  expect(names('elsewhere')).toEqual([undefined, undefined])
})

test('the path to a question names its headings from the outside in', () => {
  expect(pathTo(outline, 'inner').map(({ id }) => id)).toEqual(['early', 'inner'])
  expect(pathTo(outline, null)).toEqual([])
})

test('only full answers count as answered', () => {
  expect(countAnswered(outline.all)).toBe(3)
})
