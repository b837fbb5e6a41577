import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { exclusively, root, run, said } from './prepare.mjs'

const built = join(root, 'dist', '.stamp')

/** Builds the web application when what it is made of has changed since it was last built. */
export async function build(node) {
  const now = sources()
  if (isBuilt(now)) return
  await exclusively('build', async () => {
    if (isBuilt(now)) return
    console.error('Đang dựng giao diện… / Building the pages…')
    const code = await run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      stdio: ['ignore', 2, 2],
    })
    if (code !== 0) throw said(`Dựng giao diện không thành công (vite → ${code}).`, `Building the pages failed (vite → ${code}).`)
    compress(join(root, 'dist', 'assets'))
    writeFileSync(built, now)
  })
}

/** Beside each text its compressed form, so that the server sends that and compresses nothing itself. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const text = readFileSync(join(folder, name))
    if (text.length < 1024) continue
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }))
  }
}

function isBuilt(now) {
  try {
    return readFileSync(built, 'utf8') === now
  } catch {
    return false
  }
}

function sources() {
  const hash = createHash('sha256')
  for (const name of ['package-lock.json', 'package.json', 'vite.config.ts']) hash.update(readFileSync(join(root, name)))
  for (const name of filesOfPages()) hash.update(`\0${name}\0`).update(readFileSync(join(root, 'src', name)))
  return hash.digest('hex')
}

function filesOfPages() {
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(join(root, 'src').length + 1)
        .replaceAll('\\', '/'),
    )
  return names.filter((name) => !/^(db|server|commands)\/|\.(sql|routes)\.ts$|\.test\.tsx?$/.test(name)).sort()
}
