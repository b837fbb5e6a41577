import { expect, test } from 'vitest'
import { parseWorkbook } from './parse.ts'
import { writeWorkbookAway } from './write-away.node.ts'

const sheet = (name: string) => ({ name, columns: [{ header: 'Họ và tên', width: 20 }], rows: [[name]] })

test('many who ask for sheets at once each get their own, also after one that cannot be written', async () => {
  const broken = { ...sheet('Hỏng'), rows: [[() => 'nothing that can be sent to a thread']] as never }
  const asked = [sheet('Một'), broken, sheet('Hai'), sheet('Ba'), sheet('Bốn')].map((one) => writeWorkbookAway([one]))

  const names = asked.map(async (one) => (await parseWorkbook(await one)).sheets[0]?.name ?? '')

  expect((await Promise.allSettled(names)).map((one) => (one.status === 'fulfilled' ? one.value : one.status))).toEqual([
    'Một',
    'rejected',
    'Hai',
    'Ba',
    'Bốn',
  ])
})
