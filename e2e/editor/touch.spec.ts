import { dragByFinger } from '../finger.ts'
import { expect, open, save, test } from './trial.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

const middle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
})

test('a finger drags the block with the cursor by its grip, and a long text scrolls along', async ({
  trial,
}) => {
  const blocks = Array.from({ length: 60 }, (_, at) => `第 ${at} 段`)
  await open(trial, `${blocks.join('\n\n')}\n`)
  await trial.getByText('第 1 段', { exact: true }).tap()
  const grip = trial.getByRole('button', { name: '移动段落' })
  await expect(grip).toBeVisible()
  const [from, to] = await Promise.all([
    grip.boundingBox(),
    trial.getByText('第 3 段', { exact: true }).boundingBox(),
  ])
  if (!from || !to) throw new Error('Nothing to drag.')
  await dragByFinger(trial, middle(from), { x: 200, y: to.y + to.height - 2 })
  blocks.splice(3, 0, ...blocks.splice(1, 1))
  expect((await save(trial)).markdown).toBe(`${blocks.join('\n\n')}\n`)

  const again = await grip.boundingBox()
  if (!again) throw new Error('Nothing to drag.')
  await dragByFinger(trial, middle(again), { x: 200, y: 840 }, async () => {
    await expect
      .poll(() => trial.evaluate(() => scrollY + innerHeight >= document.body.scrollHeight - 2), {
        timeout: 20_000,
      })
      .toBe(true)
  })
  blocks.push(...blocks.splice(3, 1))
  expect((await save(trial)).markdown).toBe(`${blocks.join('\n\n')}\n`)
  await trial.keyboard.press('ControlOrMeta+z')
  await trial.keyboard.press('ControlOrMeta+z')
  expect((await save(trial)).markdown).toBe(
    `${Array.from({ length: 60 }, (_, at) => `第 ${at} 段`).join('\n\n')}\n`,
  )
})
