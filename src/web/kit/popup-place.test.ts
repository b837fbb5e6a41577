import { expect, test } from 'vitest'
import { placeBeside } from '#web/kit/popup-place.ts'

const screen = { width: 1366, height: 768 }

test('below the button and in line with its right edge, at the right of the screen', () => {
  expect(placeBeside({ top: 8, bottom: 40, left: 1000, right: 1200 }, screen)).toMatchObject({ top: 44, right: 166 })
})

test('above a button at the foot of the screen, in line with its left edge at the left', () => {
  expect(placeBeside({ top: 730, bottom: 760, left: 20, right: 90 }, screen)).toMatchObject({ bottom: 42, left: 20 })
})

test('never taller than the room there is', () => {
  expect(placeBeside({ top: 8, bottom: 40, left: 20, right: 90 }, screen).maxHeight).toBe(720)
})
