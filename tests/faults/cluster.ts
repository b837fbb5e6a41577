import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '#db/connect.ts'
import { joinEmbedded } from '#db/embedded.ts'
import { pidOf } from '#db/embedded-pid.ts'
import { migrate } from '#db/migrate.ts'

export type Cluster = {
  db: Db
  url: string
  /** Ends the whole database server as a power cut would, yet with the machine left on; whoever joined it starts it again. */
  kill: () => void
  end: () => Promise<void>
}

/** A database server of its own that keeps what it promised: flushed to the disk before a commit is answered. */
export async function durableCluster(folder = mkdtempSync(join(tmpdir(), 'kecan-faults-'))): Promise<Cluster> {
  const server = await joinEmbedded(folder, { durable: true })
  const db = connect(server.url, { max: 3 })
  await migrate(db)
  return {
    db,
    url: server.url,
    kill: () => killTree(pidOf(join(folder, 'data'))),
    async end() {
      await db.destroy()
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The parent first, so that it makes no new children while the others die. */
export function killTree(pid: number): void {
  const children = childrenOf(pid)
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // Ended by itself meanwhile.
    }
  }
}

function childrenOf(parent: number): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.map(Number).filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    // After the name in brackets: state, then the parent.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return Number(rest.split(' ')[1])
  } catch {
    return undefined
  }
}
