import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { paperFamilies, paperKinds, type PaperFamily, type PaperKind } from '#modules/decisions/paper-data.ts'
import { fieldsOf } from '#modules/decisions/paper-fields.ts'
import { ownedByProgram } from '#modules/decisions/paper-print.node.ts'
import { samplePaper } from '#modules/decisions/paper-sample.ts'
import { typesetDrawing } from '#modules/decisions/typst.node.ts'
import { openPage } from '#tests/page.ts'

const every = paperKinds.flatMap((kind) => paperFamilies.map((family) => ({ kind, family })))
const folder = join(import.meta.dirname, 'papers')
/** Set to draw the pictures anew after a change of layout; they are to be looked at before they are committed. */
const isDrawnAnew = process.env['DRAW_PAPERS'] === '1'

let page: Page
beforeAll(async () => {
  page = await openPage()
})
afterAll(() => page.context().close())

test.each(every)('$kind-$family looks as it did when it was last looked at', async ({ kind, family }) => {
  const drawing = await draw(kind, family)
  const file = join(folder, `${kind}-${family}.webp`)
  if (isDrawnAnew) writeFileSync(file, await pictureOf(drawing))

  expect(existsSync(file)).toBe(true)
  expect(await shareOfOther(drawing, readFileSync(file))).toBeLessThan(0.002)
})

test('another signature, a wrapped motto or a lost line is seen', async () => {
  const kept = readFileSync(join(folder, 'sending-state.webp'))
  const other = (change: (source: string) => string) => draw('sending', 'state', change)

  const changes = [
    other((source) => source.replace('#ky-nha-nuoc()', '#ky-dang()')),
    other((source) => source.replace('#dau-nha-nuoc(', '#set text(tracking: 1pt)\n#dau-nha-nuoc(')),
    other((source) => source.replace('#dieu-khoan()', '')),
  ]

  for (const changed of await Promise.all(changes)) expect(await shareOfOther(changed, kept)).toBeGreaterThan(0.01)
})

/** The sheets of the sample as one drawing. */
async function draw(kind: PaperKind, family: PaperFamily, change = (source: string) => source): Promise<string> {
  const source = change((await ownedByProgram(kind, family, 'typ')).toString())
  const drawn = typesetDrawing(Buffer.from(source), fieldsOf(samplePaper(kind, family), family))
  if ('problem' in drawn) throw new Error(JSON.stringify(drawn.problem))
  return drawn.drawing
}

const dotsPerPoint = 0.65

async function pictureOf(drawing: string): Promise<Buffer> {
  const url = await page.evaluate(
    async ({ svg, scale }) => {
      const image = new Image()
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(image.width * scale)
      canvas.height = Math.round(image.height * scale)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('No canvas')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.drawImage(image, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/webp', 0.8)
    },
    { svg: drawing, scale: dotsPerPoint },
  )
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

/** How many small squares are clearly lighter or darker, against all that have ink: edges drawn a little otherwise do not count. */
async function shareOfOther(drawing: string, kept: Buffer): Promise<number> {
  const now = await pictureOf(drawing)
  return page.evaluate(
    async (pictures) => {
      const square = 3
      const [one, other] = await Promise.all(pictures.map(greys))
      if (!one || !other || one.length !== other.length) return 1
      return one.filter((grey, at) => Math.abs(grey - (other[at] ?? 0)) > 30).length / other.filter((grey) => grey < 225).length

      async function greys(base64: string): Promise<number[]> {
        const image = new Image()
        image.src = `data:image/webp;base64,${base64}`
        await image.decode()
        const canvas = document.createElement('canvas')
        // The browser itself takes the mean of each square.
        canvas.width = Math.floor(image.width / square)
        canvas.height = Math.floor(image.height / square)
        const context = canvas.getContext('2d')
        if (!context) return []
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, 0, 0, canvas.width, canvas.height)
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
        return Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0)
      }
    },
    [now.toString('base64'), kept.toString('base64')],
  )
}
