import { cpus } from 'node:os'
import { defineCommand, UsageError } from '../command-line.ts'
import { instanceSizes } from './bench/proposal/instance.ts'
import { measureProposal } from './bench/proposal/measure.ts'
import { alignedTable } from './review/print.ts'

const head = ['', 'needs', 'sent', 's', 'CPU s', 'worth', 'bound', 'gap, %', 'greedy', 'variables', 'peak, MB']

export const command = defineCommand({
  name: 'bench-proposal',
  summary: {
    vi: 'Đo việc lập đề xuất cử đi học ở cỡ một huyện hoặc một tỉnh: thời gian, khoảng cách tới mức tối ưu, so với chọn lần lượt.',
    en: 'Measures working out a proposal at the size of a district or a province: time, gap to the bound, against a greedy choice.',
  },
  usage: 'bench-proposal [--size district|province] [--times 1]',
  options: { size: { type: 'string', default: 'district' }, times: { type: 'string', default: '1' } },
  async run({ values }, io) {
    const { size } = values
    if (size !== 'district' && size !== 'province')
      throw new UsageError({ vi: '--size là district hoặc province.', en: '--size is district or province.' })
    const rows: string[][] = []
    for (let time = 0; time < Math.max(1, Number(values.times) || 1); time++) {
      const one = await measureProposal(instanceSizes[size])
      rows.push([
        ...[size, one.needs, one.assigned, one.seconds.toFixed(1), one.cpuSeconds.toFixed(1), one.objective, one.bound].map(String),
        ...[(one.gap * 100).toFixed(2), one.greedy, one.columns, one.peakMb ?? '–'].map(String),
      ])
    }
    io.out(`${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'} · Node ${process.versions.node}`)
    for (const line of alignedTable([head, ...rows], Array.from(head.keys()).slice(1))) io.out(line)
  },
})
