import { realEntryTexts } from '../../lib/testing/entry-texts.ts'
import { expect, open, save, test } from './trial.ts'

const entries = realEntryTexts()

test.skip(!entries, 'The real notes are not there.')

test('a letter typed into a real entry changes that letter of its Markdown and nothing else', async ({
  trial,
}) => {
  const wrong: string[] = []
  let typed = 0
  for (const { name, text } of entries ?? []) {
    await open(trial, text)
    const untouched = await save(trial)
    if (untouched.markdown !== text) wrong.push(`${name}: changed by opening`)
    if (!(await trial.evaluate(putCursorInTheMiddle))) continue
    const letter = typed++ % 2 ? '字' : 'x'
    await trial.keyboard.insertText(letter)
    const { markdown, method } = await save(trial)
    if (!isThatLetter(text, markdown, letter))
      wrong.push(`${name}: ${method}, ${changedLine(text, markdown)}`)
  }
  console.log(`${typed} of ${entries?.length} entries have text; not exact: ${wrong.length}`)
  expect(wrong).toEqual([])
})

/** Into the middle of a line in the middle of the text; false where nothing is written. */
function putCursorInTheMiddle(): boolean {
  const lines: Node[] = []
  for (const block of document.querySelectorAll('.editor-text :is(p, h1, h2, h3, h4, h5, h6, pre code)')) {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.textContent?.trim() && !text.parentElement?.closest('[contenteditable="false"]'))
        lines.push(text)
  }
  const line = lines[lines.length >> 1]
  if (!line) return false
  document.getSelection()?.collapse(line, (line.textContent?.length ?? 0) >> 1)
  return true
}

function changedLine(before: string, after: string): string {
  const lines = before.split('\n')
  return after.split('\n').find((line, at) => line !== lines[at]) ?? 'nothing'
}

/** Whether one line changed, by one letter. */
function isThatLetter(before: string, after: string, letter: string): boolean {
  if (after.length !== before.length + letter.length) return false
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  while (at >= 0) {
    if (before.slice(0, at) + letter + before.slice(at) === after) return true
    at--
  }
  return false
}
