import { createServer, type Server } from 'node:net'
import { SetUpError } from '#db/set-up-error.ts'

const usual = 8787

/** The port that was asked for; otherwise the usual one or the next that is free. */
export async function choosePort(host: string, wished: string | undefined): Promise<number> {
  if (!wished) return firstFree(host, usual)
  const port = Number(wished)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetUpError(`PORT=${wished} không phải là số cổng.`, `PORT=${wished} is not a port number.`)
  }
  if (await isFree(host, port)) return port
  throw new SetUpError(
    `Không mở được cổng ${port} ở ${host}: có thể chương trình khác đang dùng. Hãy chọn cổng khác bằng PORT, hoặc bỏ PORT.`,
    `Port ${port} on ${host} cannot be opened: another program may be using it. Choose another with PORT, or leave PORT out.`,
  )
}

/** The address to type into a browser. */
export function listeningAddress(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') return String(address)
  const anywhere = address.address === '0.0.0.0' || address.address === '::'
  const host = anywhere ? 'localhost' : address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

/** What to tell whoever lets other machines reach the server without https before it: passwords and files would cross the network in clear. */
export function warningOfPlainHttp(host: string, proxy = process.env['KECAN_TRUST_PROXY']): string[] {
  const isOwnMachine = host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
  if (isOwnMachine || proxy) return []
  return [
    'Cảnh báo: máy khác vào được qua http không mã hóa. Hãy đặt một proxy https phía trước và KECAN_TRUST_PROXY=on (docs/operations.md).',
    'Warning: other machines reach this over plain http. Put an https proxy before it and set KECAN_TRUST_PROXY=on (docs/operations.md).',
  ]
}

async function firstFree(host: string, from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) if (await isFree(host, port)) return port
  return 0
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
