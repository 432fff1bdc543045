import { expect, move, open, save, test } from './trial.ts'

const markdownOf = async (page: Parameters<typeof save>[0]) => (await save(page)).markdown

test('a pasted picture is stored and put where the cursor was; what goes wrong is said', async ({
  trial,
}) => {
  await open(trial, '前\n')
  await move(trial, 'End')
  const paste = (size: number) =>
    trial.evaluate((bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], '图 1.png', { type: 'image/png' }))
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.editor-text')?.dispatchEvent(event)
    }, size)
  await paste(100)
  await expect(trial.getByRole('img', { name: '图 1' })).toBeVisible()
  expect(await markdownOf(trial)).toBe('前![图 1](</uploads/图 1.png>)\n')
  await paste(20_000)
  await expect(trial.getByText('上传失败: too large')).toBeVisible()
})

test('pasted Markdown is read as Markdown', async ({ trial }) => {
  await open(trial, '前\n')
  await move(trial, 'End', 'Enter')
  await trial.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '# 题\n\n- 一\n- **二**\n')
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('.editor-text')?.dispatchEvent(event)
  })
  expect(await markdownOf(trial)).toBe('前\n\n# 题\n\n- 一\n- **二**\n')
})

test('what other programs put on the clipboard is read as what it shows', async ({ trial }) => {
  const cases: [name: string, data: Record<string, string>, markdown: string][] = [
    [
      'Word',
      {
        'text/html': `<p class=MsoNormal><b><span style='font-family:宋体'>粗</span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp;&nbsp;</span></span><![endif]>一</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.&nbsp;</span>里</p>
<table><tr><td colspan=2><p>甲</p></td></tr><tr><td><p>乙</p><p>行</p></td><td>丙</td></tr></table>`,
        'text/plain': '粗',
      },
      '**粗**\n\n- 一\n  1. 里\n\n| 甲 |  |\n| --- | --- |\n| 乙<br>行 | 丙 |',
    ],
    [
      'Google',
      {
        'text/html': `<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">粗</span><span style="font-weight:400">平</span></p><ul><li><p><span>一</span></p></li><ul><li><p>里</p></li></ul></ul></b>`,
        'text/plain': 'x',
      },
      '**粗**平\n\n- 一\n  - 里',
    ],
    ['spreadsheet', { 'text/plain': '名\t义\na|b\t二\n' }, '| 名 | 义 |\n| --- | --- |\n| a\\|b | 二 |'],
  ]
  for (const [name, data, markdown] of cases) {
    await open(trial, '前\n')
    await move(trial, 'End', 'Enter')
    await trial.evaluate((texts) => {
      const clipboardData = new DataTransfer()
      for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text)
      // Some add a picture of the words.
      if (texts['text/html']) clipboardData.items.add(new File(['x'], 'words.png', { type: 'image/png' }))
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.editor-text')?.dispatchEvent(event)
    }, data)
    expect((await save(trial)).markdown, name).toBe(`前\n\n${markdown}\n`)
  }
})

test('a file that is no picture is refused by name and not opened in place of the page', async ({
  trial,
}) => {
  await open(trial, '前\n')
  const isKept = await trial.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'a.pdf', { type: 'application/pdf' }))
    const text = document.querySelector('.editor-text > p')
    const { left: clientX = 0, top: clientY = 0 } = text?.getBoundingClientRect() ?? {}
    const event = new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true })
    text?.dispatchEvent(event)
    return event.defaultPrevented
  })
  expect(isKept).toBe(true)
  await expect(trial.getByText('上传失败: a.pdf')).toBeVisible()
})
